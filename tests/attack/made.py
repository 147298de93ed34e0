"""Real things to attack, made in a practice partnership: a case, referrals, a link that was opened, an invitation, a token."""

import dataclasses
import hashlib
import http.client
import json
import re
import urllib.parse

from browser import Browser

LEAD = "lead@fennimore.example"
OFFICE = "office@fennimore.example"
SOCIAL_CARE = "social"
NOT_HERE = "Moorside children’s services"
SCOPES = ["report", "reports:status", "people:read"]
REPORTER = "Grace Lindqvist"
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


class FromElsewhere(Browser):
    """From an address of its own on this machine: wrong tries are counted by address, and the attack makes many."""

    def __init__(self, port, address):
        super().__init__(port)
        self._address = address

    def _ask(self, *asked, **more):
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=self._timeout,
                                                          source_address=(self._address, 0))
        return super()._ask(*asked, **more)


@dataclasses.dataclass
class Start:
    """A request that the server would take as it is."""

    method: str
    path: str
    body: str = ""
    kind: str = FORM
    cookie: str = ""   # Of whoever sends it; nothing: of whoever attacks.
    headers: tuple = ()
    tried: bool = False  # By sqlmap, in each of its fields.


def cookie_header(browser):
    return "; ".join(f"{name}={value}" for name, value in browser._cookies.items())


def found(pattern, page, what):
    match = re.search(pattern, page.body, re.S)
    if not match:
        raise RuntimeError(f"{what}: {page.status} {page.text[:300]}")
    return match[1]


def redirected(page, what):
    if page.status != 303:
        raise RuntimeError(f"{what}: {page.status} {page.text[:300]}")
    return page.location.partition("?")[0]


class Made:
    """What is made anew before each attack, so that none starts from what another has used up. `number` is not used twice."""

    def __init__(self, port, passwords, number):
        self._port = port
        self._passwords = passwords
        self._address = f"127.0.{1 + number // 250}.{1 + number % 250}"
        self._number = number
        lead, office = self._signed_in(LEAD), self._signed_in(OFFICE)
        self.case, self.concern = self._make_case(lead)
        self.referral = self._send_referral(lead, self._agency(lead), {})
        self.outside = self._send_referral(lead, "not-here", {"to-name": NOT_HERE, "to-kind": "social_care"})
        self.link, self.code = self._make_link(lead)
        self.reader, self.link_pass, self._reader_csrf = self._open_link()
        self.waiting_link, self.waiting_code = self._make_link_beside(lead)
        self.invitation = self._invite(office)
        self.token = self._make_token(office)
        self.report = self._report()

    def _signed_in(self, who):
        browser = FromElsewhere(self._port, self._address)
        browser.sign_in(who, self._passwords[who])
        return browser

    def _make_case(self, lead):
        page = lead.get("/concerns/new")
        csrf = found(r'name="csrf" value="([^"]+)"', page, "no form for a concern")
        children = json.loads(lead._ask("POST", "/children/search", urllib.parse.urlencode({"csrf": csrf, "q": "a"})).body)
        child = children[0]["id"]
        told = lead.send(page.form("/concerns/new"), {"child": child, "words": "An image was shared.", "danger": "no"})
        concern = re.sub(r"/sent.*", "", redirected(told, "the concern"))
        page = lead.get(concern)
        opened = redirected(lead.send(page.form(concern + "/open-case"), {}), "the case")
        case = re.match(r"/cases/[^/]+", opened)[0]
        page = lead.get(case + "/people")
        redirected(lead.send(page.form(case + "/people"), {"child": child, "ask": "add"}), "the child in the case")
        return case, concern

    def _agency(self, lead):
        page = lead.get(self.case + "/referrals/new")
        for value, label in re.findall(r'<input[^>]*name="to"[^>]*value="([^"]*)"[^>]*>.*?<label[^>]*>(.*?)</label>', page.body,
                                       re.S):
            if value != "not-here" and SOCIAL_CARE in label.lower():
                return value
        raise RuntimeError(f"no agency is called {SOCIAL_CARE}: {page.text[:600]}")

    def _send_referral(self, lead, to, more):
        address = self.case + "/referrals/new"
        page = lead.get(address)
        referral = redirected(lead.send(page.form(address), {"to": to, "child": ["A"], **more}), "a referral begun")
        page = lead.get(referral)
        words = {"A-now": "In lessons", "immediacy": "Today", "parents": "They know and agree.", "asked": "Please assess."}
        redirected(lead.send(page.form(referral + "/write"), words), "a referral written")
        page = lead.get(referral + "/send")
        redirected(lead.send(page.form(referral + "/send"), {}), "a referral sent")
        return referral

    def _make_link(self, lead, referral=None):
        referral = referral or self.outside
        page = lead.get(referral)
        form = next(one for one in page.forms if one.action == referral + "/link")
        made = lead.send(form, {"whom": "The duty worker"})
        return found(r'id="link">[^<]*#([^<]+)<', made, "no link"), found(r'id="link-code">(\d{8})<', made, "no code")

    def _make_link_beside(self, lead):
        """One that nobody has opened, to a referral of its own: another to the same would end what is open."""
        other = self._send_referral(lead, "not-here", {"to-name": NOT_HERE, "to-kind": "social_care"})
        return self._make_link(lead, other)

    def _open_link(self):
        reader = FromElsewhere(self._port, self._address)
        page = reader.get("/shared")
        page = reader.send(page.form("/shared"), {"code": self.link, "digits": self.code})
        fields = dict(page.form("/shared/step").fields)
        return reader, fields["pass"], fields["csrf"]

    def _invite(self, office):
        page = office.get("/settings/people/add")
        invited = office.send(page.form("/settings/people/add"), {
            "name": "Made-up New-comer", "email": f"new{self._number}@fennimore.example", "role": "staff"})
        return found(r'<strong id="invitation">([a-z2-7]{26})<', invited, "no invitation")

    def _make_token(self, office):
        page = office.get("/settings/tokens")
        form = next(one for one in page.forms if one.action == "/settings/tokens")
        made = office.send(form, {"system": f"Register {self._number}", "scope": SCOPES, "good-for": "30"})
        return found(r'id="token">(safelead_[a-z2-7]{52})<', made, "no token")

    def _call(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30, source_address=(self._address, 0))
        connection.request(method, path, body, {"Authorization": f"Bearer {self.token}", **(headers or {})})
        answer = connection.getresponse()
        content = answer.read().decode()
        connection.close()
        if answer.status not in (200, 201):
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:300]}")
        return json.loads(content)

    def _report(self):
        people = self._call("GET", "/api/v1/people")["people"]
        reporter = next(one["id"] for one in people if one["name"] == REPORTER)
        self._concern = json.dumps({"reporter": reporter, "children": [{"name": "Kestrel Made-up"}],
                                    "words": "It was said at break.", "danger_now": "no"})
        return self._call("POST", "/api/v1/concerns", self._concern, self._json_headers())["reference"]

    def _json_headers(self):
        return {"Content-Type": JSON, "Idempotency-Key": f"key-of-this-attack-{self._number:04}"}

    def bearer(self):
        return f"Authorization: Bearer {self.token}"

    def addresses(self):
        """Pages of what was made, for whoever looks at pages."""
        received = "/referrals/" + self.referral.rsplit("/", 1)[1]
        return [self.case, self.case + "/people", self.case + "/chronology", self.concern, self.case + "/referrals", self.referral,
                self.referral + "/readers", self.outside, self.outside + "/paper", received, "/shared", "/invitation",
                "/settings/tokens", "/api/v1/openapi.json", "/api/v1/people", "/api/v1/concerns/" + self.report]

    def _open_form(self, path):
        """Of whoever is signed in nowhere: the cookie and the token of their form."""
        visitor = FromElsewhere(self._port, self._address)
        csrf = dict(visitor.get(path).form(path).fields)["csrf"]
        return cookie_header(visitor), csrf

    def starts(self, csrf):
        """Requests from which an attack goes on; `csrf` is of whoever attacks. Those that use up tries come last."""
        def fields(**named):
            return urllib.parse.urlencode({name.replace("_", "-"): value for name, value in named.items()})

        def command(name):
            return hashlib.sha256(f"{self._number} {name}".encode()).hexdigest()[:32]

        system = (self.bearer(), f"Idempotency-Key: key-of-this-attack-{self._number:04}")
        received = "/referrals/" + self.referral.rsplit("/", 1)[1]
        reader = cookie_header(self.reader)
        answer = fields(csrf=self._reader_csrf, command=command("step"), kind="more-asked", who_more_asked="R. Lane",
                        words_more_asked="Who is at home?") + "&pass=" + self.link_pass
        starts = [Start("GET", address) for address in self.addresses()]
        starts += [
            Start("GET", f"/api/v1/concerns/{self.report}", headers=system, tried=True),
            Start("GET", "/api/v1/people?page=1", headers=system, tried=True),
            Start("POST", "/api/v1/concerns", self._concern, JSON, headers=system, tried=True),
            Start("POST", self.case + "/notes", fields(csrf=csrf, command=command("note"), words="A note.")),
            Start("POST", self.referral + "/step", fields(csrf=csrf, command=command("told"), kind="meeting-told"), tried=True),
            Start("POST", self.outside + "/link", fields(csrf=csrf, command=command("link"), whom="")),
            Start("POST", self.outside + "/link/revoke", fields(csrf=csrf, command=command("revoke"), link_why="")),
            Start("POST", received + "/step", fields(csrf=csrf, command=command("answer"), kind="received")),
            Start("POST", "/shared/step", answer, cookie=reader, tried=True),
        ]
        shared, shared_csrf = self._open_form("/shared")
        invited, invited_csrf = self._open_form("/invitation")
        return starts + [
            Start("POST", "/shared", fields(csrf=shared_csrf, code=self.waiting_link, digits="00000000"), cookie=shared, tried=True),
            Start("POST", "/invitation", fields(csrf=invited_csrf, code=self.invitation, password=""), cookie=invited, tried=True),
        ]
