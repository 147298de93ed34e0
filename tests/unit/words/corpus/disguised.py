"""Words in which letters, spaces and accents say something else, and those in which they only look so."""
import unicodedata

from payload import PNG

TEXT = ("The mother came to the office at ten and said that her daughter had been sent something by a boy of the year above. "
        "We rang the safeguarding lead, who spoke to the girl; she said that nobody else knew, and that she was not afraid. ")
BITS = "".join(f"{b:08b}" for b in PNG[:120])


def with_bits(text, letters):
    """Each of some letters stands as another that looks the same where the next bit is one."""
    bits = iter(BITS * 9)
    return "".join(letters[c] if c in letters and next(bits) == "1" else c for c in text)


def hidden():
    for name, letters in (("cyrillic", dict(zip("aeocp", "аеоср"))), ("cyrillic-e", {"e": "е"}), ("greek-o", {"o": "ο"}),
                          ("greek", dict(zip("ovu", "ονυ"))), ("latin", dict(zip("agi", "ɑɡı"))),
                          ("full-width", {c: chr(ord(c) + 0xFEE0) for c in "abcdefghijklmnopqrstuvwxyz"}),
                          ("mathematical", {chr(97 + i): chr(0x1D41A + i) for i in range(26)}),
                          ("armenian", dict(zip("oun", "օսո")))):
        yield f"look-alikes-{name}", with_bits(TEXT * 8, letters)
    spaces = "\u2002\u2003\u2004\u2009 \u00a0\u200a\u2005"
    yield "spaces", "".join(c if c != " " else spaces[PNG[i] % 8] for i, c in enumerate(TEXT * 2))
    yield "accents", "".join(c + chr(0x300 + b % 64) + chr(0x300 + b // 64) for c, b in zip(TEXT, PNG))


def slips(text, letters, every):
    """A letter of the other keyboard now and then."""
    out, at = "", 0
    for c in text:
        at += c in letters
        out += letters[c] if c in letters and at % every == 0 else c
    return out


def ordinary():
    ukrainian = ("Учениця сказала класній керівниці, що її знімок поширили у груповому чаті, і що вона боїться йти до школи. Мама "
                 "приїхала о десятій; телефон ніхто не переглядав, а соціальна служба подзвонила після обіду. ")
    russian = ("Сегодня ученица рассказала классному руководителю, что её фото переслали в группу; она плакала и просила никому не "
               "говорить. Мы позвонили маме, а затем в службу опеки, и записали всё своими словами. ")
    cyrillic = dict(zip("аеосрі", "aeocpi"))
    yield "ukrainian-slips", slips(ukrainian * 6, cyrillic, 5)
    yield "russian-slips", slips(russian * 6, cyrillic, 4)
    yield "russian-all-slips", slips(russian * 6, cyrillic, 1)
    yield "english-with-ukrainian", TEXT + "She wrote «Що мені робити?» and «мама», then: " + slips(ukrainian, cyrillic, 3)
    greek = "Η μαθήτρια είπε ότι η εικόνα κοινοποιήθηκε στο Snapchat και στο TikTok, και ότι ο αδελφός της το είδε πρώτος. "
    yield "greek-with-latin-words", greek * 6
    yield "turkish", ("Kızın annesi saat onda okula geldi ve sınıfın grubunda paylaşıldığını söyledi; kızı artık okula gitmek "
                      "istemiyor. Rehberlik öğretmeni kızı dinledi, hiçbir cihaza bakmadı ve yazılı kayıt tuttu. ") * 6
    yield "turkish-names", "".join(f"{name} was present and signed. " for name in
                                   "Yıldız Aydın Altın Kılıç Yılmaz Arıkan Işık Balcı Avcı Kalaycı Öztürk Şahin Çelik Güneş".split()) * 6
    yield "phonetic", ("He says /kæt/ as tæt, ɡəʊ as dəʊ, bɪɡ as bɪd, pɪɡ as pɪd, ɡɜːl as dɜːl, ʃɪp as sɪp, fɪʃ as fɪs, θɪn as fɪn, "
                       "ɡɑːdən as dɑːdən, kɑː as tɑː, dɒɡ as dɒd, ɡet as det, ɡɪv as dɪv, ɡəʊt as dəʊt and sɪŋ as sɪn. ") * 4
    yield "maths", ("In maths she wrote 2𝑥 + 3𝑦 = 12, sin𝑥 and cos𝑥, λmax, Δx = 5 μm, hν, πr², σx and χ² on the back of the sheet. ") * 8
    chat = ""
    for i in range(60):
        chat += f"[02/03/2026, 09:{i:02}] {('𝓢am', 'Ｋai', 'ᴍia', 'Rоn')[i % 4]}: {('ok', 'where r u', 'Sam said no', 'lol')[i % 4]}\n"
    yield "chat-of-fancy-names", chat
    yield "full-width", "彼女はＳＮＳのＬＩＮＥで見たと言い、担任がＰＴＡと学校に連絡した。" * 8
    viet = "Hôm nay một học sinh nữ kể với cô giáo chủ nhiệm rằng ảnh của em đã bị chia sẻ trong nhóm lớp; em rất sợ và đã khóc nhiều. "
    yield "vietnamese-in-parts", unicodedata.normalize("NFD", viet * 8)
    yield "yoruba-in-parts", unicodedata.normalize("NFD", "Ọmọbìnrin náà sọ fún olùkọ́ rẹ̀ pé wọ́n ti pín àwòrán rẹ̀ nínú ẹgbẹ́ kíláàsì. " * 8)
    yield "old-greek-in-parts", unicodedata.normalize("NFD", "Ἐν ἀρχῇ ἦν ὁ Λόγος, καὶ ὁ Λόγος ἦν πρὸς τὸν Θεόν, καὶ Θεὸς ἦν ὁ Λόγος· ᾧ ᾤμην. " * 8)
    yield "french-spaces", ("L’élève a dit : « ils l’ont » ; « c’est tout » ! Le père est venu à 10 h 15 ; qui d’autre ? Personne ! "
                            ).replace(" :", "\u00a0:").replace(" ;", "\u202f;").replace(" !", "\u202f!").replace(" ?", "\u202f?") * 12
    yield "keyboard", "He typed asdfghjklasdfghjklqwertyuiopzxcvbnmasdfghjklqwertyuiopasdfghjklasdkfjhaskdjfhaskjdfhaksjdfh and lol.\n"
    yield "fancy-heading", "ＮＯＴＥＳ of the meeting, 𝗠𝗜𝗡𝗨𝗧𝗘𝗦 and 𝒑𝒍𝒆𝒂𝒔𝒆 read: " + TEXT


def ordinary_numbers():
    """Lists that begin as a file might, and don't go on so."""
    yield "marks-with-noughts", "\n".join("Week " + str(w) + ": " + " ".join(str((w * d * 7) % 3 // 2) for d in range(30)) for w in range(1, 30)) + "\n"
    yield "tallies", "0 0 1 0 1 0 0 2 0 0 1 0 0 0 0 3 0 0 1 0 2 0 1 1 0 0 1 0 0 0 0 0 2 0 0\n" * 12
    yield "header-in-a-lesson", "In computing they read the first bytes of a PNG, 89 50 4E 47 0D 0A 1A 0A, and of a JPEG, FF D8 FF E0, and wrote them down.\n"
    yield "decimal-in-a-lesson", "They learnt that 137 80 78 71 13 10 26 10 are the first eight and that 66 77 is BM.\n"
    yield "scores", "66 77 54 12 60 71 80 55 43 54 61 77 40 58 66 72 49 50 81 90\n" * 10
    yield "bibles", "\n".join(f"MZ{i} BM{i} PK{i} ID3 GIF8 II MM {i}" for i in range(30)) + "\n"
    yield "paths", "Shared drive /work/year9/safeguarding/minutes/autumn and //server/everyone/teachers/notes were named.\n" * 3
    yield "begin-and-end", "begin 100 days of kindness\nMONDAY WE MET\nTUESDAY TOO\nend\n\nbegin 644 words\nSAM SAID NO\nend\n"
    yield "colours-and-codes", "#FFD8FF #424D36 #000001 47494638 is a reference; 52494646 and 504B0304 are others, 25504446 too.\n"
    yield "marks-of-files", ("PNG 89504E47, GIF 47494638, RIFF 52494646, ZIP 504B0304, JPEG FFD8FFE0, PDF 25504446, ELF 7F454C46, RAR 52617221, "
                             "OGG 4F676753, FLAC 664C6143, GZ 1F8B0808, ICO 00000100, BMP 424D0000, MP4 66747970, MKV 1A45DFA3 and TIFF 49492A00.\n")
    yield "sizes", ", ".join(f"{a} {b}" for a in (137, 255, 71, 66, 82) for b in (80, 216, 73, 77, 73)) + " cm\n"


def ways():
    for name, text in hidden():
        yield f"disguised-{name}.txt", text.encode(), None
    for name, text in (*ordinary(), *ordinary_numbers()):
        yield f"plain-{name}.txt", text.encode(), text
