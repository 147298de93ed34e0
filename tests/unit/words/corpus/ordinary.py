"""More than two hundred notes, letters and minutes, as people write them. All invented; each must pass as it is."""
import random

# The telling part, in the languages of schools' families.
TELLINGS = {
    "en": [
        "Sam (Year 9) came to me at the end of period 4 and said an image had been shared in the group chat. I listened, "
        "asked only what I needed to, and did not look at any device. I told Sam I would have to pass it on.",
        "Phone call from mother at 8:05. She is worried, and asked what the school would do. I said the safeguarding lead "
        "would ring before 11. She'd rather be rung on her mobile.",
        "MINUTES\n\nPresent: Ms A. Rowe (DSL), Mr T. Okafor (Head), Mrs J. Lewandowska (Pastoral)\nApologies: none\n\n"
        "1. Matters arising\n2. Referral made on 14/11/2026 at 09:40\n3. Actions: see table\n",
        "The account was called @xX_DragonSlayer2009_Xx, and before that sam_r33d.2010; the other is iPhone12ProMax_backup_99.",
        "He said \"i never sent it lol\" then \"omgggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg\" "
        "and :-( :-( :-( …",
    ],
    "cy": [
        "Daeth Sam (Blwyddyn 9) ataf ar ddiwedd gwers 4 a dweud bod llun wedi'i rannu yn y sgwrs grŵp. Gwrandewais, ac ni "
        "edrychais ar unrhyw ddyfais. Dywedais y byddai'n rhaid imi ei drosglwyddo.",
        "Cofnodion y cyfarfod yn Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, dydd Mawrth am ddeg o'r gloch.",
    ],
    "pl": [
        "Sam (klasa 9) przyszedł do mnie pod koniec czwartej lekcji i powiedział, że w grupie udostępniono zdjęcie. "
        "Wysłuchałam go, nie oglądałam żadnego urządzenia. Zażółć gęślą jaźń – próba polskich znaków.",
        "Szanowni Państwo,\n\nzapraszamy na spotkanie w czwartek o godz. 15:30. Prosimy o kontakt z sekretariatem.\n\nZ poważaniem",
    ],
    "ur": [
        "سیم (نویں جماعت) چوتھے پیریڈ کے آخر میں میرے پاس آیا اور بتایا کہ گروپ چیٹ میں ایک تصویر شیئر کی گئی ہے۔ میں نے سنا، "
        "اور کسی آلے کو نہیں دیکھا۔ والدہ کو فون کیا گیا۔",
        "محترم والدین، براہِ کرم جمعرات کو اسکول تشریف لائیں۔ ہم آپ کے ساتھ بات کرنا چاہتے ہیں۔ شکریہ۔",
    ],
    "ar": [
        "جاء سام (الصف التاسع) إليّ في نهاية الحصة الرابعة وقال إن صورة قد تمت مشاركتها في مجموعة الدردشة. استمعتُ إليه ولم أنظر "
        "إلى أي جهاز. اتصلتُ بوالدته عند الساعة ١٠:١٥.",
        "السادة أولياء الأمور، ندعوكم إلى اجتماع يوم الخميس. يُرجى الاتصال بالمدرسة على الرقم \u200e0113 496 0123\u200e.",
    ],
    "pa": [
        "ਸੈਮ (ਸਾਲ 9) ਚੌਥੇ ਪੀਰੀਅਡ ਦੇ ਅੰਤ ਵਿੱਚ ਮੇਰੇ ਕੋਲ ਆਇਆ ਅਤੇ ਦੱਸਿਆ ਕਿ ਗਰੁੱਪ ਚੈਟ ਵਿੱਚ ਇੱਕ ਤਸਵੀਰ ਸਾਂਝੀ ਕੀਤੀ ਗਈ ਸੀ। ਮੈਂ ਸੁਣਿਆ।",
        "ਪਿਆਰੇ ਮਾਪਿਓ, ਕਿਰਪਾ ਕਰਕੇ ਵੀਰਵਾਰ ਨੂੰ ਸਕੂਲ ਆਓ। ਤੁਹਾਡਾ ਧੰਨਵਾਦ।",
    ],
    "ro": [
        "Sam (clasa a 9-a) a venit la mine la sfârșitul orei a patra și mi-a spus că o imagine a fost distribuită în grup. "
        "L-am ascultat și nu m-am uitat la niciun dispozitiv. Mulțumesc, școala va suna părinții.",
        "Stimați părinți, vă invităm la o întâlnire joi, la ora 15:30. Cu stimă, secretariatul școlii.",
    ],
    "zh": [
        "山姆（九年级）在第四节课结束时来找我，说有人在群聊里分享了一张图片。我听了他说的话，没有看任何设备。我告诉他我必须上报。",
        "尊敬的家长：请您于星期四下午三点半到学校来，我们想和您谈一谈。谢谢您的配合，如有问题请打电话给学校办公室。",
        "會議紀錄：出席者有校長、老師和社工。我們決定在下星期再開會，並通知家長。",
    ],
    "fa": ["سام گفت که می‌خواهد با معلم خود صحبت کند؛ نمی‌دانست چه بگوید. ما به او گفتیم که تنها نیست و کمکش می‌کنیم."],
    "bn": ["স্যাম আমাকে বলেছে যে গ্রুপ চ্যাটে একটি ছবি শেয়ার করা হয়েছে। আমি শুনেছি এবং কোনো ডিভাইস দেখিনি। তার মাকে ফোন করা হয়েছে।"],
    "gu": ["સેમે મને કહ્યું કે ગ્રૂપ ચેટમાં એક ચિત્ર શેર કરવામાં આવ્યું હતું. મેં સાંભળ્યું અને કોઈ ઉપકરણ જોયું નથી."],
    "hi": ["सैम ने मुझे बताया कि समूह चैट में एक तस्वीर साझा की गई थी। मैंने सुना और कोई उपकरण नहीं देखा। माता-पिता को फ़ोन किया गया।"],
    "ta": ["சாம் என்னிடம் குழு அரட்டையில் ஒரு படம் பகிரப்பட்டதாகக் கூறினார். நான் கேட்டேன்; எந்தச் சாதனத்தையும் பார்க்கவில்லை."],
    "ru": ["Сэм рассказал мне, что в групповом чате поделились изображением. Я выслушала и не смотрела ни на какое устройство."],
    "uk": ["Сем розповів мені, що в груповому чаті поширили зображення. Я вислухала його і не дивилася на жоден пристрій."],
    "bg": ["Сам ми каза, че в груповия чат е споделено изображение. Изслушах го и се обадих на майка му в 10:15 часа."],
    "el": ["Ο Σαμ μού είπε ότι μια εικόνα κοινοποιήθηκε στην ομαδική συνομιλία. Άκουσα και δεν κοίταξα καμία συσκευή."],
    "tr": ["Sam, grup sohbetinde bir görüntünün paylaşıldığını söyledi. Dinledim ve hiçbir cihaza bakmadım. Çekoslovakyalılaştıramadıklarımızdanmışsınız."],
    "so": ["Sam wuxuu ii sheegay in sawir lagu wadaagay kooxda sheekada. Waan dhageystay, qalabna ma fiirin."],
    "lt": ["Semas man pasakė, kad grupės pokalbyje buvo pasidalinta vaizdu. Išklausiau ir nežiūrėjau į jokį įrenginį."],
    "hu": ["Sam elmondta, hogy megosztottak egy képet a csoportos csevegésben. Meghallgattam. Megszentségteleníthetetlenségeskedéseitekért."],
    "cs": ["Sam mi řekl, že v chatu byl sdílen obrázek. Poslouchala jsem a nedívala se na žádné zařízení. Příliš žluťoučký kůň."],
    "de": ["Sam hat mir gesagt, dass ein Bild im Gruppenchat geteilt wurde. Donaudampfschifffahrtsgesellschaftskapitänsmütze, Straße."],
    "fr": ["Sam m’a dit qu’une image avait été partagée. J’ai écouté ; je n’ai regardé aucun appareil. « C’est tout », a-t-il dit."],
    "es": ["Sam me dijo que se había compartido una imagen. ¿Qué haremos mañana? Llamé a su madre a las 10:15. ¡Gracias!"],
    "pt": ["O Sam disse-me que uma imagem foi partilhada no grupo. Ouvi e não olhei para nenhum dispositivo. Não, ninguém mais sabe."],
    "vi": ["Sam nói với tôi rằng một hình ảnh đã được chia sẻ trong nhóm trò chuyện. Tôi đã lắng nghe và không xem thiết bị nào."],
    "ja": ["サムは四時間目の終わりに来て、グループチャットで画像が共有されたと言いました。私は話を聞き、端末は見ていません。"],
    "ko": ["샘은 4교시가 끝날 때 저에게 와서 단체 채팅방에 사진이 공유되었다고 말했습니다. 저는 들었고 어떤 기기도 보지 않았습니다."],
    "he": ["סאם אמר לי שתמונה שותפה בקבוצה. הקשבתי ולא הסתכלתי על שום מכשיר. התקשרנו לאמו בשעה 10:15."],
    "am": ["ሳም በቡድን ውይይት ውስጥ ምስል እንደተጋራ ነገረኝ። አዳመጥኩት፤ ምንም መሣሪያ አልተመለከትኩም።"],
    "ti": ["ሳም ኣብ ናይ ጉጅለ ዕላል ምስሊ ከምዝተኻፈለ ነጊሩኒ። ሰሚዐዮ።"],
    "sq": ["Sami më tha se një pamje ishte shpërndarë në bisedën e grupit. E dëgjova dhe nuk pashë asnjë pajisje."],
    # Spaces of no width between words, as keyboards and editors of these languages put them.
    "km": [
        "សិស្ស\u200bម្នាក់\u200bបាន\u200bមក\u200bរក\u200bខ្ញុំ\u200bហើយ\u200bប្រាប់\u200bថា\u200bមាន\u200bរូប\u200bមួយ"
        "\u200bត្រូវ\u200bបាន\u200bគេ\u200bចែក\u200bរំលែក\u200bក្នុង\u200bក្រុម\u200b។ ខ្ញុំ\u200bបាន\u200bស្តាប់"
        "\u200bនាង ហើយ\u200bមិន\u200bបាន\u200bមើល\u200bទូរស័ព្ទ\u200bណា\u200bមួយ\u200bទេ\u200b។ ខ្ញុំ\u200bបាន\u200bប្រាប់"
        "\u200bនាង\u200bថា ខ្ញុំ\u200bត្រូវ\u200bតែ\u200bរាយការណ៍\u200bរឿង\u200bនេះ\u200bទៅ\u200bគ្រូ\u200bដែល\u200bទទួល"
        "\u200bខុស\u200bត្រូវ\u200b។ ម្តាយ\u200bរបស់\u200bនាង\u200bបាន\u200bមក\u200bសាលា\u200bនៅ\u200bម៉ោង\u200bដប់\u200b។"],
    "th": [
        "นักเรียน\u200bคน\u200bหนึ่ง\u200bมา\u200bหา\u200bฉัน\u200bและ\u200bบอก\u200bว่า\u200bมี\u200bคน\u200bส่ง\u200bภาพ"
        "\u200bใน\u200bกลุ่ม\u200bแชท\u200b ฉัน\u200bฟัง\u200bเธอ\u200bและ\u200bไม่\u200bได้\u200bดู\u200bโทรศัพท์\u200bใด"
        "\u200bๆ\u200b แม่\u200bของ\u200bเธอ\u200bมา\u200bที่\u200bโรงเรียน\u200bตอน\u200bสิบ\u200bโมง\u200b เรา\u200bจะ"
        "\u200bคุย\u200bกับ\u200bเธอ\u200bอีก\u200bครั้ง\u200bใน\u200bวัน\u200bจันทร์\u200b และ\u200bจะ\u200bโทร\u200bหา"
        "\u200bตำรวจ\u200bถ้า\u200bจำเป็น\u200b ไม่\u200bมี\u200bใคร\u200bรู้\u200bเรื่อง\u200bนี้\u200b"],
    "my": [
        "ကျောင်းသူ\u200bတစ်ယောက်\u200bက\u200b ကျွန်မ\u200bကို\u200b လာ\u200bပြော\u200bပါ\u200bတယ်\u200b။ ပုံ\u200bတစ်"
        "\u200bပုံ\u200bကို\u200b အုပ်စု\u200bထဲ\u200bမှာ\u200b မျှဝေ\u200bခဲ့\u200bတယ်\u200bလို့\u200b ပြော\u200bပါ"
        "\u200bတယ်\u200b။ ကျွန်မ\u200b နားထောင်\u200bခဲ့\u200bပြီး\u200b ဘယ်\u200bဖုန်း\u200bကို\u200bမှ\u200b မ\u200bကြည့်"
        "\u200bခဲ့\u200bပါ\u200b။ သူ့\u200bအမေ\u200bက\u200b ဆယ်\u200bနာရီ\u200bမှာ\u200b ကျောင်း\u200bကို\u200b လာ\u200bပါ"
        "\u200bတယ်\u200b။ တနင်္လာ\u200bနေ့\u200bမှာ\u200b ပြန်\u200bတွေ့\u200bမယ်\u200b။"],
}

# What stands around it, and must not be taken for data.
DETAILS = [
    "Telephone: 0113 496 0123, 07700 900123, +44 20 7946 0018 ext. 12; out of hours 0113 496 0987.",
    "E-mail: dsl@oakfield.school.example; head.teacher+safeguarding@a-very-long-school-name.sch.example; j.o'neil@x.example",
    "UPN B801200005001, ULN 1234567890, URN 107896, NHS 943 476 5919, NI QQ123456C, reference C-7K3M-9QXD (police: 13260512345).",
    "IBAN GB82 WEST 1234 5698 7654 32 or GB82WEST12345698765432; sort code 12-34-56; invoice INV-2026/0471.",
    "Record 3f2b8c1e-9d47-4a6b-8f10-2c5d7e9a1b34 and 7D9C1A2B-0E3F-4C5D-9A8B-7C6D5E4F3A2B.",
    "Policy: https://www.gov.uk/government/publications/sharing-nudes-and-semi-nudes-advice-for-education-settings-working-with-"
    "children-and-young-people/sharing-nudes-and-semi-nudes-advice-for-education-settings-working-with-children-and-young-people",
    "See www.oakfield.school.example/parents/safeguarding?tab=contacts&lang=cy#out-of-hours (page 3) and https://ar.wikipedia.org/wiki/"
    "%D8%AD%D9%85%D8%A7%D9%8A%D8%A9_%D8%A7%D9%84%D8%B7%D9%81%D9%84",
    "Meeting: https://teams.microsoft.com/l/meetup-join/19%3ameeting_NDY4ZjVhYmMtMTIzNC00NTY3LTg5YWItY2RlZjAxMjM0NTY3%40thread.v2/0"
    "?context=%7b%22Tid%22%3a%223f2b8c1e-9d47-4a6b-8f10-2c5d7e9a1b34%22%7d",
    "Room  Time   Who\n7A    09:00  Mrs Patel\n8B    09:25  Mr Khan\n9C    10:15  Ms Ó Briain\nB12   11:05  Dr van der Berg-Szczęsny",
    "| Action | Who | When |\n|---|---|---|\n| Ring mother | DSL | 14/11 |\n| Inform head | DSL | 14/11 |\n| Review | Head | 21/11 |",
    "Attendance: 96 94 92 88 100 97 91 85 99 93 90 87 95 98 89 84 86 83 82 81 80 79 78 77 76 75 74 73 72 71 70 69 68 67 66 65",
    "Classes: 7A 7B 7C 8A 8B 8C 9A 9B 9C 10A 10B 10C 11A 11B 11C 12A 12B 12C 13A 13B; houses RED, BLU, GRN, YEL.",
    "Dates: 2026-11-14T09:40:00Z, 14/11/2026, 14.11.26; times 09:40, 10:15-10:35, 11.05am; ages 13y 4m, 14y 1m.",
    "They used code words (\"the usual\", \"P911\", \"GYPO\", \"kppc\", \"143\", \"8==D lol\") and emoji 👀🔥😂😂😂 👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣ ❤️.",
    "File names mentioned: IMG_20261114_103022.jpg, Safeguarding_and_child_protection_policy_September_2026_final_version_2_reviewed.docx",
    "a, b; c — “quoted”, ‘single’, (brackets), [square], {curly}, 50% & 3/4, £12.50, x < y > z, #hashtag #NoFilterNeeded, C:\\Users\\office",
    "-----------------------------------------------------------------------------------------------\n=====================\n* * * * *\n_____________________________",
    "1) 2) 3) i. ii. iii. a. b. c. § 47, s.17, s.47, S.20, KCSIE 2025 paras 542–544, UKCIS 2024, CP1, CP2, LADO, MASH, TAC, EHCP.",
    "Signed ........................................................   Date ........ / ........ / ................",
    "Mr Smith/Mrs Jones/Ms Brown/Dr Patel/Rev Khan-Williams/Miss Davies/Mx O’Connor and/or their nominated representative(s)",
    "data: none. begin 6 weeks ago, end of story. BM means Black Market here; PK is a name; MZ too; ID3 is a bus. GIF or JPEG? <~ tired ~>",
    "Serials: SN4F7K2L9Q, MAC 00:1A:2B:3C:4D:5E, IP 192.0.2.17, IMEI 490154203237518, postcode LS1 4DY and SW1A 1AA.",
    "Name,UPN,Class,Date of birth\nA,B801200005001,9A,2012-03-14\nB,C801200005002,9B,2012-07-01\nC,D801200005003,9C,2011-12-31\n"
    "D,E801200005004,9A,2012-01-09\nE,F801200005005,9B,2012-02-17\nF,G801200005006,9C,2012-05-05",
    "C-7K3M-9QXD\nC-2P8W-4RTV\nC-9H3J-6NBM\nC-5F7G-1KLD\nC-8S2A-3WQE\nC-4T6Y-7UPX\nC-1Z9C-5VBN\nC-6M4K-8JHG\nC-3D5F-2GHJ\nC-7Q9W-4ERT",
    "B801200005001\nC801200005002\nD801200005003\nE801200005004\nF801200005005\nG801200005006\nH801200005007\nJ801200005008\n"
    "K801200005009\nL801200005010\nM801200005011\nN801200005012\nP801200005013\nQ801200005014\nR801200005015\nT801200005016",
    "{\"messages\": [\n" + ",\n".join(
        f'{{"sender_name": "sam.r33d", "timestamp_ms": 17944800{i:02}000, "content": "lol ' + "\\u00f0\\u009f\\u0098\\u0082" * (i % 5 + 1) + '"}'
        for i in range(12)) + "\n]}",
    "Name\tForm\tMon\tTue\tWed\tThu\n" + "\n".join(f"{one}\t9A\t \t \t \t " for one in "Sam Dina Hana Kit Tariq Noah Priya Ivo".split()),
    "",
]

GREETINGS = ["", "Dear Mrs Lewandowska,\n\n", "Note for the file\n\n", "\ufeff", "# Notes of a call\n\n", "To: all staff\nFrom: the office\n\n"]
ENDINGS = ["", "\n", "\r\n", "\n\nKind regards,\nA. Rowe\nDesignated safeguarding lead\n", "\n\n(2 pages)\n\t\n", "  \n"]


def notes():
    pick = random.Random(2026)
    number = 0
    for language, tellings in sorted(TELLINGS.items()):
        for telling in tellings:
            for _ in range(2 if len(DETAILS) else 1):
                number += 1
                details = pick.sample(DETAILS, 2)
                text = pick.choice(GREETINGS) + telling + "\n\n" + "\n\n".join(details) + pick.choice(ENDINGS)
                yield f"note-{number:03}-{language}.{pick.choice(['txt', 'md', 'text'])}", text
    # Each detail with each of some tellings, so that nothing depends on chance.
    for detail in DETAILS:
        for language in ("en", "cy", "pl", "ur", "zh"):
            number += 1
            yield f"note-{number:03}-{language}.txt", TELLINGS[language][0] + "\r\n\r\n" + detail.replace("\n", "\r\n")
    for detail in DETAILS:
        if "," in detail and detail.count("\n") > 2:
            number += 1
            yield f"table-{number:03}.csv", detail + "\n"
    number += 1
    yield f"minutes-{number}.md", "\n\n".join(t for ts in TELLINGS.values() for t in ts) + "\n" + "\n".join(DETAILS[:8])
