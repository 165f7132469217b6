/**
 * Passkeys: the page brings the challenge in data attributes of its form; the device's answer goes back in a hidden
 * field. Nothing else is sent, and without this script the page says what else can be done.
 */
const form = document.querySelector('form[data-passkey]');
const can = Boolean(form && window.PublicKeyCredential);

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.codePointAt(0));
const text = (buffer) =>
  btoa(String.fromCodePoint(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const listed = (credentials = []) => credentials.map((one) => ({ ...one, id: bytes(one.id) }));

async function create(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: listed(options.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  return answerOf(made, {
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function get(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: listed(options.allowCredentials),
  };
  const given = await navigator.credentials.get({ publicKey });
  const { authenticatorData, signature, userHandle } = given.response;
  return answerOf(given, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    ...(userHandle && { userHandle: text(userHandle) }),
  });
}

function answerOf(credential, response) {
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
  };
}

async function ask(event) {
  const field = form.elements.namedItem('response');
  if (field.value) return;
  event.preventDefault();
  const failed = form.querySelector('[data-failed]');
  failed.hidden = true;
  try {
    const options = JSON.parse(form.dataset.options);
    field.value = JSON.stringify(await (form.dataset.passkey === 'create' ? create(options) : get(options)));
    form.submit();
  } catch {
    failed.hidden = false;
  }
}

if (can) {
  form.querySelector('[data-without]').hidden = true;
  form.querySelector('[data-with]').hidden = false;
  form.addEventListener('submit', (event) => void ask(event));
}
