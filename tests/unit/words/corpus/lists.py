"""Lists and tables as schools have them, which look like data and are words. Each must pass as it is."""
import random
import string
import uuid

import dumps

FIRST = "Amir Beth Cai Dina Ewan Fay Gus Hana Ivo Jude Kit Lena Mia Noah Priya Quinn Rosa Sam Tariq Wren".split()
LAST = "Khan Jones Smith Nowak Ali Brown Davies Evans Okafor Patel Lewis Hughes Kaur Singh Begum".split()
SAID_OFTEN = ("mum said that we should meet after lunch near the hall and she was really upset about what he wrote in group yesterday so "
              "told teacher").split()
OF_REFERENCES = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def lists():
    pick = random.Random(4)
    number, letter = pick.randint, lambda: pick.choice(string.ascii_uppercase)

    def letters(of, count):
        return "".join(pick.choice(of) for _ in range(count))

    def name():
        return f"{pick.choice(FIRST)} {pick.choice(LAST)}"

    def plate():
        return f"{letter()}{letter()}{number(10, 74)}{letters(string.ascii_uppercase, 3)}"

    accounts = ("l3xi3b0o22 j4ck50n99x m1ll13x0xo k4yl3igh07 d4rkn1ght09 x0xb3ll4x0 r0bl0xk1ng1 gh0st1ezz07 n1nj4f0x77 "
                "z4cktheg0at1 t1ktok3r2010 p4nd4b34r12 xX_Sn1p3r_Xx Lil_Bby_K8").split()
    yield "accounts", "The accounts were " + ", ".join("@" + one for one in accounts) + " and no others.\n"
    yield "accounts-in-lines", "The accounts that were named:\n" + "\n".join(accounts) + "\n"
    references = ["C-" + letters(OF_REFERENCES, 4) + "-" + letters(OF_REFERENCES, 4) for _ in range(120)]
    yield "references", "Cases of this term\n" + "\n".join(references) + "\n"
    yield "references-in-a-sentence", "Linked with " + ", ".join(references[:40]) + " and others.\n"
    yield "uuids", "\n".join(str(uuid.UUID(int=pick.getrandbits(128), version=4)) for _ in range(80)) + "\n"
    yield "uuids-of-pupils", "id,name,class\n" + "\n".join(
        f"{uuid.UUID(int=pick.getrandbits(128), version=4)},{name()},9A" for _ in range(80)) + "\n"
    yield "uuids-in-brackets", "".join(f"record=<{uuid.UUID(int=pick.getrandbits(128), version=4)}>; see ("
                                       f"{uuid.UUID(int=pick.getrandbits(128), version=4)}),Smith\n" for _ in range(20))
    chat = "[01/03/2026, 08:00:00] Year 9 chat: \u200eMessages and calls are end-to-end encrypted.\n"
    for i in range(60):
        said = pick.choice(["lol", "where r u", "ok", "\u200eimage omitted", "dont tell", "i said no"])
        chat += f"\u200e[02/03/2026, 09:{i:02}:00] \u202a+44\u00a07700\u00a0900{number(0, 999):03}\u202c: {said}\n"
    yield "chat-from-a-telephone", chat
    yield "telephones-with-marks", "".join(f"{name()}: \u202a+44 7700 9001{i:02}\u202c\n" for i in range(40))
    yield "hyphens-that-are-not-seen", "Die Schul\u00adlei\u00adte\u00adrin hat die El\u00adtern der Schü\u00adler in\u00adfor\u00admiert. " * 12
    yield "blacked-out", "Dear " + "█" * 200 + ", your child " + "█" * 16 + " " + "▇" * 24 + "░" * 20 + " 55%.\n"
    yield "seats", "Seats " + " ".join(f"{row}{seat}" for row in "ABCDEF" for seat in range(1, 10)) + " are full.\n"
    yield "rooms", " ".join(f"{pick.choice('ABCDEF')}{number(1, 30)}" for _ in range(300)) + "\n"
    yield "lockers", "Lockers: " + ", ".join(f"{pick.choice('ABCDEF')}{number(100, 250)}" for _ in range(120)) + "\n"
    yield "marks", "Marks out of 200: " + " ".join(str(number(20, 200)) for _ in range(400)) + "\n"
    yield "house-points", "Points\n" + "\n".join(str(number(0, 250)) for _ in range(60)) + "\n"
    yield "paragraphs", "See paras " + ", ".join(str(number(1, 240)) for _ in range(90)) + ".\n"
    yield "numbers-in-order", "Register: " + " ".join(str(i) for i in range(1, 256)) + "\n"
    yield "heights", "height,weight,age\n" + "\n".join(
        f"{number(128, 185)},{number(30, 90)},{number(11, 16)}" for _ in range(200)) + "\n"
    yield "sessions", "Name,Possible,Present,Auth,Unauth,Late,Points,Behaviour,Achievement,Merits\n" + "\n".join(
        f"{name()},190,{number(150, 190)},{number(0, 20)},{number(0, 20)},{number(0, 12)},{number(0, 255)},{number(0, 40)},"
        f"{number(0, 200)},{number(0, 99)}" for _ in range(300)) + "\n"
    yield "grades", "\n".join(name() + "," + ",".join(str(number(1, 9)) for _ in range(10)) for _ in range(150)) + "\n"
    yield "classes-and-rooms", "\n".join(" ".join(
        f"{number(7, 11)}{pick.choice('xy')}{pick.choice(['Ma', 'En', 'Sc', 'Hi'])}{number(1, 5)} {pick.choice('ABCD')}{number(1, 20)}"
        for _ in range(6)) for _ in range(60)) + "\n"
    yield "classes", "\n".join(" ".join(f"9{pick.choice('xy')}{pick.choice(['Ma', 'En', 'Sc', 'Hi'])}{number(1, 5)}/A{number(1, 3)}"
                                        for _ in range(6)) for _ in range(20)) + "\n"
    yield "plates", "Seen: " + ", ".join(plate() for _ in range(120)) + "\n"
    yield "serials", "Device,Serial,Class\n" + "\n".join(
        f"iPad {i},{letters(string.ascii_uppercase + string.digits, 12)},9A" for i in range(30)) + "\n"
    yield "serials-of-pupils", "".join(f"Phone with serial {letters(string.ascii_uppercase + string.digits, 12)} was handed in by "
                                       f"{name()}.\n" for _ in range(60))
    yield "devices", "Devices on the network:\n" + "\n".join(
        ":".join(f"{number(0, 255):02X}" for _ in range(6)) for _ in range(40)) + "\n"
    yield "telephones", "\n".join(f"07{number(100, 999)} {number(0, 999999):06}" for _ in range(300)) + "\n"
    yield "telephones-bare", " ".join(f"07{number(0, 10**9 - 1):09}" for _ in range(300)) + "\n"
    yield "pupil-numbers", "\n".join(f"{letter()}{number(10**11, 10**12 - 1)}" for _ in range(300)) + "\n"
    yield "dates", "\n".join(f"{number(1, 28):02}/{number(1, 12):02}/20{number(10, 15)} {number(8, 16):02}:{number(0, 59):02}"
                             for _ in range(300)) + "\n"
    yield "sums", "\n".join(f"£{number(0, 99)}.{number(0, 99):02}" for _ in range(400)) + "\n"
    yield "attendance", "\n".join(f"{name()}\t{number(700, 999) / 10}\t{number(700, 999) / 10}" for _ in range(300)) + "\n"
    yield "in-turns", ("he wrote iT wAsN'T mE yOu CaN'T pRoVe It So StOp AsKiNg Me AbOuT iT aLl ThE tImE oK\n"
                       "and i DiD nOt SeNd It AnD yOu KnOw It, He WrOtE tO hEr In ThE gRoUp ChAt AlL tHe TiMe\n") * 6
    yield "laughter", "ha" * 20 + " " + "ha ha " * 400 + "lol " * 400 + "\n"
    yield "amharic-joined", "፡".join("ሳም በቡድን ውይይት ውስጥ ምስል እንደተጋራ ነገረኝ አዳመጥኩት ምንም መሣሪያ አልተመለከትኩም እናቱን ደወልኩላት".split() * 4) + "።\n"
    yield "chinese-names", "名单" + "王伟李娜张敏刘洋陈静杨帆赵磊黄勇周杰吴倩徐涛孙丽朱军胡霞郭超何芳高峰林玲罗刚郑琳梁宇谢晶宋凯" * 2 + "\n"
    yield "korean-in-one", "학생이담임선생님께단체채팅방에사진이공유되었다고말했고선생님은이야기를듣고어떤기기도보지않았으며부모님께연락드렸다고기록하였습니다\n"
    yield "welcome", "\n".join(["Croeso", "Witamy", "خوش آمدید", "أهلا وسهلا", "ਜੀ ਆਇਆਂ ਨੂੰ", "欢迎", "স্বাগতম", "સ્વાગત છે",
                                "स्वागत है", "வரவேற்கிறோம்", "Ласкаво просимо", "Καλώς ήρθατε", "ようこそ", "환영합니다",
                                "ברוכים הבאים", "እንኳን ደህና መጡ", "მოგესალმებით", "Բարի գալուստ", "ยินดีต้อนรับ"] * 6) + "\n"
    yield "emoji", "She sent 😂🤣😭💀🔥👀💯🙏😩✨😍🥺😡💔🤡👻🙈🎉❤️🧡💛💚💙💜🖤🤍🤎💕💞💓💗💖💘💝💟☮️✝️☪️🕉☸️✡️🔯🕎☯️☦️🛐⛎♈♉♊♋♌♍ then nothing.\n"
    base64_letters = string.ascii_letters + string.digits + "-_"
    yield "what-was-watched", "\n".join(f"{8 + i // 60:02}:{i % 60:02} https://www.youtube.com/watch?v={letters(base64_letters, 11)} "
                                        f"{' '.join(pick.sample(SAID_OFTEN, 4))}" for i in range(300)) + "\n"
    yield "what-was-searched", "\n".join(f"https://www.google.com/search?q={'+'.join(pick.sample(SAID_OFTEN, 3))}&ei={letters(base64_letters, 22)}"
                                         f"&ved=0ahUKE{letters(base64_letters, 27)}&sclient=gws-wiz" for _ in range(8)) + "\n"
    yield "newsletter", "".join(f"Read about {pick.choice(SAID_OFTEN)} (https://school.us4.list-manage.com/track/click?u=3f2b8c1e9d474a6b8f102c5d7"
                                f"&id={letters('0123456789abcdef', 10)}&e=4f3a2b1c0d)\n" for _ in range(40))
    yield "chat-with-links", "".join(
        f"[{1 + i // 400:02}/11/2026, {8 + i // 60 % 12:02}:{i % 60:02}] Sam: {' '.join(pick.choice(SAID_OFTEN) for _ in range(number(3, 12)))}" +
        (f" https://youtu.be/{letters(base64_letters, 11)}?si={letters(base64_letters, 16)}" if i % 20 == 0 else "") + "\n" for i in range(3000))
    yield "links-to-documents", "\n".join("Minutes: https://docs.example/document/d/1" + letters(string.ascii_letters + string.digits, 43) +
                                          "/edit?usp=sharing" for _ in range(10)) + "\n"
    yield "morse", "They tapped " + "-- . . - / -- . / .- - / - .... . / --. .- - . / .- ..-. - . .-. / ... -.-. .... " * 3 + "\n"
    yield from dumps.lookalikes(pick)
    yield "message-in-binary", " ".join(f"{ord(c):08b}" for c in "meet me at the gate") + "\n"
