"""Documents of which words were once lost, changed or kept that are none; what is expected as in hiding.py."""
from kinds import docx, odt, pdf
from payload import B64

LINES = ["Minutes of the meeting"]
TOLD = "Minutes of the meeting\n"
HEAD = "From: a@b.example\nTo: c@d.example\nSubject: A concern\n\n"
TEXT = "Content-Type: text/plain; charset=utf-8\n\nSam told me at break.\n"
HTML = "Content-Type: text/html\n\n<p>Sam told me at break.</p>"
CALENDAR = "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nEND:VCALENDAR"


def eml(parts, kind="mixed"):
    return (f'From: a@b.example\nTo: c@d.example\nSubject: A concern\nMIME-Version: 1.0\nContent-Type: multipart/{kind}; '
            'boundary="bb"\n\n--bb\n' + "\n--bb\n".join(parts) + "\n--bb--\n").encode()


def run(inner):
    return f"<w:p><w:r>{inner}</w:r></w:p>"


def word_documents():
    box = '<w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData></w:fldChar><w:t> rung mother</w:t>'
    yield "hyphens.docx", docx(LINES, more=run("<w:t>co</w:t><w:noBreakHyphen/><w:t>ordinator</w:t>")), TOLD + "co-ordinator\n"
    yield "ticked.docx", docx(LINES, more=run(box.format("<w:checked/>"))), TOLD + "☒ rung mother\n"
    yield "not-ticked.docx", docx(LINES, more=run(box.format(""))), TOLD + "☐ rung mother\n"
    yield "ticked-and-not.docx", docx(LINES, more=run(box.format('<w:checked w:val="0"/>'))), TOLD + "☐ rung mother\n"
    yield "signs.docx", docx(LINES, more=run('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t> rung mother</w:t>')), TOLD + "☑ rung mother\n"
    yield "sign-unknown.docx", docx(LINES, more=run('<w:sym w:font="Webdings" w:char="F055"/><w:t> rung</w:t>')), TOLD + "□ rung\n"
    moved = ('<w:p><w:moveFrom><w:r><w:t>She rang.</w:t></w:r></w:moveFrom></w:p>'
             '<w:p><w:moveTo><w:r><w:t>She rang.</w:t></w:r></w:moveTo></w:p>')
    yield "moved.docx", docx(LINES, more=moved), TOLD + "\nShe rang.\n"
    fields = ('<text:p>Dear <text:database-display>Mrs Khan</text:database-display>, re <text:title>Attendance</text:title> by '
              '<text:author-name>A. Rowe</text:author-name>, <text:sequence>1</text:sequence>; see <text:reference-ref>part 4'
              '</text:reference-ref>, <text:text-input>typed</text:text-input> and <text:meta>kept</text:meta> <text:ruby><text:ruby-base>'
              'base</text:ruby-base><text:ruby-text>over</text:ruby-text></text:ruby></text:p>')
    yield "fields.odt", odt(fields), "Dear Mrs Khan, re Attendance by A. Rowe, 1; see part 4, typed and kept base\n"
    lists = "<text:list>\n <text:list-item>\n <text:p>one</text:p></text:list-item>\n</text:list>"
    yield "list.odt", odt(lists), "one\n"


def mails():
    yield "alternative-empty.eml", eml(["Content-Type: text/plain\n\n\n", HTML], "alternative"), HEAD + "Sam told me at break.\n"
    yield "alternative-stub.eml", eml(["Content-Type: text/plain\n\nYour program can't show this.\n", HTML], "alternative"), \
        HEAD + "Sam told me at break.\n"
    yield "alternative-calendar.eml", eml([HTML, CALENDAR], "alternative"), HEAD + "Sam told me at break.\n"
    nested = 'Content-Type: multipart/mixed; boundary="cc"\n\n--cc\n' + TEXT + "\n--cc--\n"
    yield "alternative-nested.eml", eml([nested, CALENDAR], "alternative"), HEAD + "Sam told me at break.\n"
    unread = "Content-Type: text/html; charset=x-unheard-of\nContent-Transfer-Encoding: 8bit\n\n<p>\u00e9</p>"
    yield "alternative-unread.eml", eml([TEXT, unread], "alternative"), HEAD + "Sam told me at break.\n"
    data = "Content-Type: {}\nContent-Transfer-Encoding: base64\n\n" + B64
    yield "only-a-picture.eml", eml([data.format("image/png")]), None
    yield "only-pictures-in-two-forms.eml", eml([data.format("image/png"), data.format("image/gif")], "alternative"), None
    yield "only-winmail.eml", eml([data.format("application/ms-tnef; name=winmail.dat")]), None
    empty = b"From: a@b.example\nTo: c@d.example\nSubject: Sam is back at school\nMIME-Version: 1.0\n\n"
    yield "subject-only.eml", empty, "From: a@b.example\nTo: c@d.example\nSubject: Sam is back at school\n\n"
    for name in ("ks_c_5601-1987", "iso-8859-8-i", "macintosh", "windows-874", "ansi_x3.4-1968", "x-unheard-of"):
        yield f"plain-in-{name}.eml", eml([f"Content-Type: text/plain; charset={name}\n\nHello there\n"]), HEAD + "Hello there\n"
    for name, codec, words in (("ks_c_5601-1987", "cp949", "안녕하세요 똠"), ("iso-8859-8-i", "iso8859-8", "שלום"),
                               ("macintosh", "mac-roman", "café"), ("windows-874", "cp874", "สวัสดี")):
        head = f"Content-Type: text/plain; charset={name}\nContent-Transfer-Encoding: 8bit\n\n"
        message = eml([head + "@@\n"]).replace(b"@@", words.encode(codec))
        yield f"letters-in-{name}.eml", message, HEAD + words + "\n"
    cid = "Content-Type: text/plain\n\nSam told me.\n[Logo]<https://www.school.example/logo.png>\n"
    yield "logo.eml", eml([cid]), HEAD + "Sam told me.\n[Logo]<[a link to a picture or film was taken out here]>\n"


def texts():
    yield "cut-in-a-letter.txt", "Mae’r plentyn yn ddiogel".encode()[:5], "Mae"
    yield "cafe-western.txt", "We met in the caf\xe9".encode("windows-1252"), "We met in the café"
    yield "too-long.txt", b"Sam said that nobody had asked. " * 70000, None
    yield "as-long-as-may-be.txt", b"Sam said hello.\n" * 20000, "Sam said hello.\n" * 20000
    yield "pdf-behind-a-line.txt", b"Sam told me\n" + pdf(["x"]), None
    yield "svg-behind-a-line.txt", b'Note\n<svg viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>\n', None
    yield "svg-behind-nothing-seen.txt", '\u200b<svg><path d="M0 0L9 9"/></svg>'.encode(), None
    yield "netpbm.txt", ("P1\n16 16\n" + "0110100110010110\n" * 16).encode(), None
    yield "netpbm-grey.txt", ("P2\n# by hand\n8 8\n15\n" + "5 12 6 15 9 8 4 1\n" * 8).encode(), None
    yield "netpbm-in-bytes", b"P4\n16 16\n" + bytes(range(32)), None
    yield "netpbm.pam", b"P7\nWIDTH 8\nHEIGHT 8\n" + bytes(range(32)), None
    yield "drawing.dxf", b"0\nSECTION\n2\nENTITIES\n0\nLINE\n10\n69\n20\n124\n0\nENDSEC\n0\nEOF\n", None
    yield "drawing-in-a-note.txt", b"Note\n0\nSECTION\n2\nENTITIES\n0\nLINE\n10\n69\n20\n124\n0\nENDSEC\n0\nEOF\n", None
    yield "icon.xpm", b'static char * a[] = {\n"2 2 2 1",\n"A c #000000",\n"B c #ffffff",\n"AB",\n"BA"};\n', None
    yield "icon.txt", b'static char * a[] = {\n"2 2 2 1",\n"A c #000000",\n"B c #ffffff",\n"AB",\n"BA"};\n', None
    yield "bits.txt", b"#define x_width 16\n#define x_height 2\nstatic unsigned char x_bits[] = {\n0xfd, 0x3f, 0xeb, 0x3c};\n", None
    card = "BEGIN:VCARD\nFN:A. Rowe\n{}TEL:0113 496 0123\nEND:VCARD\n"
    yield "card.vcf", card.format("").encode(), card.format("")
    yield "card-with-photo.vcf", card.format("PHOTO;ENCODING=b;TYPE=PNG:iVBORw0K\n").encode(), None
    yield "said-encrypt.pdf", pdf(["He typed /Encrypt 5 0 R there"]), "He typed /Encrypt 5 0 R there\n\n"


def ways():
    yield from word_documents()
    yield from mails()
    yield from texts()
