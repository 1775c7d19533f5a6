// What senders of comments and votes write, as scripts of wrk (Lua): each request comes from another network, with other words.

/** `origin` of the site goes through the header alone. */
function script(path: string, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ["${name}"] = "${value}",`);
  return `
local round = 0
local sent = 0
local headers = {
${lines.join('\n')}
}
function init(args)
  round = tonumber(args[1]) or 0
end
function request()
  sent = sent + 1
  -- A /24 of its own for each of 16 million.
  headers["X-Forwarded-For"] = string.format("%d.%d.%d.1", 10 + round, math.floor(sent / 256) % 256, sent % 256)
  headers["User-Agent"] = "Navigateur/" .. sent
  return wrk.format("POST", "${path}", headers, ${body})
end
function done(summary, latency)
  io.write(string.format('{"requests":%d,"ms":%.1f,"p50":%.3f,"p99":%.3f,"refused":%d}\\n',
    summary.requests, summary.duration / 1000, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.timeout + summary.errors.read))
end
`;
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' } as const;

/** Some 300 characters, as comments are. */
const WORDS = 'Le port est beau, et la gare aussi; je me demande pourtant ce que deviendra le quai. '.repeat(
  3,
);

export function commentScript(site: string): string {
  const fields = [
    `"article=/chine/2014/05/20/a" .. (sent % 5000) .. ".html"`,
    `"&name=Jeanne+" .. sent`,
    `"&text=${encodeURIComponent(WORDS)}" .. round .. "+" .. sent`,
  ];
  return script('/commentaires', { ...FORM, Origin: site }, fields.join(' .. '));
}

export function voteScript(site: string): string {
  return script(
    '/sondages/train/',
    { ...FORM, Origin: site },
    `"choice=" .. (sent % 3 == 0 and "oui" or "non")`,
  );
}

export function walineScript(): string {
  const fields = [
    `'{"ua":"Navigateur","url":"/chine/2014/05/20/a' .. (sent % 5000) .. '.html"'`,
    `',"nick":"Jeanne ' .. sent .. '","mail":"","link":""'`,
    `',"comment":"${WORDS}' .. round .. ' ' .. sent .. '"}'`,
  ];
  return script('/api/comment', { 'Content-Type': 'application/json' }, fields.join(' .. '));
}
