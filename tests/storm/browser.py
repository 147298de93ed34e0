"""A browser of the plainest kind: it reads forms, fills them in and sends them, with cookies and without script."""

import base64
import hmac
import html.parser
import http.client
import re
import select
import struct
import time
import urllib.parse


class Form:
    def __init__(self, action):
        self.action = action
        self.fields = []  # (name, value), as a browser would send them untouched


class _Forms(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms = []
        self.text = []
        self._textarea = None
        self._select = None

    def handle_starttag(self, tag, attributes):
        have = dict(attributes)
        if tag == "form":
            self.forms.append(Form(have.get("action", "")))
        if not self.forms:
            return
        fields = self.forms[-1].fields
        name = have.get("name")
        if tag == "input" and name:
            kind = have.get("type", "text")
            if kind in ("checkbox", "radio"):
                if "checked" in have:
                    fields.append((name, have.get("value", "on")))
            elif kind not in ("submit", "button"):
                fields.append((name, have.get("value", "")))
        elif tag == "textarea" and name:
            self._textarea = name
            fields.append((name, ""))
        elif tag == "select" and name:
            self._select = name
        elif tag == "option" and self._select and "selected" in have:
            fields.append((self._select, have.get("value", "")))

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._textarea = None
        if tag == "select":
            self._select = None

    def handle_data(self, data):
        if self._textarea and self.forms:
            name, value = self.forms[-1].fields[-1]
            self.forms[-1].fields[-1] = (name, value + data)
        else:
            self.text.append(data)


class Page:
    def __init__(self, status, location, body):
        self.status = status
        self.location = location
        self.body = body
        parsed = _Forms()
        parsed.feed(body)
        self.forms = parsed.forms
        self.text = " ".join(" ".join(parsed.text).split())

    def form(self, action):
        """The form that is sent to an address beginning with `action`."""
        for form in self.forms:
            if form.action.startswith(action):
                return form
        raise LookupError(f"no form to {action}; there are {[form.action for form in self.forms]}")


class Browser:
    def __init__(self, port, timeout=60):
        self._port = port
        self._timeout = timeout
        self._cookies = {}
        self._connection = None

    def _ask(self, method, path, body=None, content_type="application/x-www-form-urlencoded"):
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=self._timeout)
        # A server closes what was idle for a minute. As every browser does, that is looked for before it is used again.
        sock = self._connection.sock
        if sock is not None and select.select([sock], [], [], 0)[0]:
            self._connection.close()  # http.client opens another.
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = content_type
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            self._connection = None
            raise
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, _ = value.partition(";")
                key, _, content = cookie.partition("=")
                self._cookies[key] = content
        return Page(answer.status, answer.getheader("Location"), text)

    def get(self, path):
        return self._ask("GET", path)

    def send(self, form, filled, path=None):
        """Sends a form; `filled` replaces or adds fields (a list for a name that comes more than once)."""
        fields = [(name, value) for name, value in form.fields if name not in filled]
        for name, value in filled.items():
            fields += [(name, one) for one in (value if isinstance(value, list) else [value])]
        return self._ask("POST", path or form.action, urllib.parse.urlencode(fields))

    def send_file(self, form, name, file_name, content):
        """Sends a form with one file in it."""
        mark = "----a-boundary-of-a-test"
        parts = [f'Content-Disposition: form-data; name="{field}"\r\n\r\n{value}'.encode() for field, value in form.fields
                 if field != name]
        parts.append(f'Content-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n\r\n'.encode() + content)
        body = b"".join(f"--{mark}\r\n".encode() + part + b"\r\n" for part in parts) + f"--{mark}--\r\n".encode()
        return self._ask("POST", form.action, body, f"multipart/form-data; boundary={mark}")

    def follow(self, page):
        return self.get(page.location) if page.location else page

    def sign_in(self, email, password):
        page = self.get("/sign-in")
        page = self.send(page.form("/sign-in"), {"email": email, "password": password})
        if page.status != 303:
            raise RuntimeError(f"could not sign in: {page.status} {page.text[:200]}")
        return page

    def set_up_factor(self, page):
        """After a password that alone is not enough: the app's key is shown, and its code typed (RFC 6238)."""
        page = self.follow(page)
        key = re.search(r'id="secret">([A-Z2-7 ]+)<', page.body)[1].replace(" ", "")
        digest = hmac.digest(base64.b32decode(key + "=" * (-len(key) % 8)), struct.pack(">Q", int(time.time()) // 30), "sha1")
        number = struct.unpack(">I", digest[digest[-1] & 15:][:4])[0] & 0x7FFFFFFF
        page = self.send(page.form("/sign-in/factor"), {"code": f"{number % 1_000_000:06}"})
        if 'id="recovery-codes"' not in page.body:
            raise RuntimeError(f"the code was not taken: {page.status} {page.text[:200]}")
