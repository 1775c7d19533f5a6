// A form that a passkey fills in: it makes one, or signs with one, and what it says is sent as the form. Browsers that have none show no form.
interface Options {
  /** Of a key that is to be made. */
  readonly creation?: PublicKeyCredentialCreationOptionsJSON;
  readonly request?: PublicKeyCredentialRequestOptionsJSON;
}

async function answerOf({ creation, request }: Options): Promise<Credential | null> {
  if (creation) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(creation);
    return await navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(request!);
  return await navigator.credentials.get({ publicKey });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) break;
  form.hidden = false;
  const status = form.querySelector<HTMLElement>('[role=status]')!;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    status.textContent = '';
    try {
      const credential = await answerOf(JSON.parse(form.dataset.passkey!) as Options);
      form.querySelector<HTMLInputElement>('[name=answer]')!.value = JSON.stringify(credential);
      form.submit();
    } catch {
      // Somebody changed their mind, or has no key here: browsers don't say which.
      status.textContent = status.dataset.failed!;
    }
  });
}
