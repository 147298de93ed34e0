"""make.py FOLDER: writes the corpus there, and `list`: one line for each file, "refused", "same" or "words", a tab,
and its name; the words that are expected of NAME are in NAME.words."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import disguised
import hiding
import lists
import ordinary
import polyglots
import quiet
import reading


def main(folder):
    lines = []
    for name, data, words in (*hiding.ways(), *reading.ways(), *polyglots.ways(),
                              *quiet.ways(), *disguised.ways()):
        (folder / name).write_bytes(data)
        if words is not None:
            (folder / (name + ".words")).write_bytes(words.encode())
        lines.append(("refused" if words is None else "words") + "\t" + name)
    for name, text in ordinary.notes():
        (folder / name).write_bytes(text.encode())
        lines.append("same\t" + name)
    for name, text in lists.lists():
        (folder / f"list-{name}.txt").write_bytes(text.encode())
        lines.append(f"same\tlist-{name}.txt")
    (folder / "list").write_text("\n".join(lines) + "\n")


main(pathlib.Path(sys.argv[1]))
