"""Files of kinds that are read, made with the standard library."""
import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(parts, stored=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def paragraphs(lines):
    escape = lambda t: t.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)


def docx(lines, more="", parts=(), head='<?xml version="1.0" encoding="UTF-8"?>'):
    body = (f'{head}<w:document xmlns:w="{W}" xmlns:pic="urn:p" xmlns:wp="urn:wp" xmlns:v="urn:v" xmlns:mc="urn:mc">'
            f"<w:body>{paragraphs(lines)}{more}</w:body></w:document>")
    return zipped([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"),
                   ("word/document.xml", body), *parts])


def odt(body, parts=(), head=""):
    content = (f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" '
               f'xmlns:table="urn:tab" xmlns:draw="urn:d" xmlns:svg="urn:s" xmlns:xlink="urn:x">'
               f"<office:body><office:text>{body}</office:text></office:body></office:document-content>")
    return zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), *parts],
                  stored=("mimetype",))


def pdf(lines, picture=0, embedded=None, encrypt=False):
    objects = ["<</Type/Catalog/Pages 2 0 R%s>>" % ("/Names<</EmbeddedFiles<</Names[(x)6 0 R]>>>>" if embedded else ""),
               "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>"
               + ("/XObject<</I1 6 0 R>>" if picture else "") + ">>>>"]
    text = "".join(f"BT /F1 12 Tf 60 {780 - 16 * i} Td ({line}) Tj ET\n" for i, line in enumerate(lines))
    if picture:
        text += "".join(f"q 100 0 0 100 60 {300 + 110 * i} cm /I1 Do Q\n" for i in range(picture))
    objects.append(f"<</Length {len(text)}>>\nstream\n{text}\nendstream")
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    binary = {}
    if picture:
        objects.append("<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
                       "/Length 64>>\nstream\n@@\nendstream")
        binary[len(objects)] = bytes((i * 4) % 256 for i in range(64))
    if embedded:
        objects.append("<</Type/Filespec/F(x.png)/EF<</F 7 0 R>>>>")
        objects.append(f"<</Type/EmbeddedFile/Length {len(embedded)}>>\nstream\n@@\nendstream")
        binary[len(objects)] = embedded
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        raw = content.encode("latin-1")
        if number in binary:
            raw = raw.replace(b"@@", binary[number])
        out += b"%d 0 obj\n" % number + raw + b"\nendobj\n"
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[(aa)(aa)]" % (b"o" * 32, b"u" * 32) if encrypt else b""
    return out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, lock, xref)
