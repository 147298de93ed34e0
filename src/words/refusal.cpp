#include "words/refusal.h"

#include "base/bug.h"

namespace safelead::words {

std::string_view sentence(Refusal refusal)
{
    switch (refusal) {
        case Refusal::empty:
            return "There is nothing in this file: choose the document again, or type its words.";
        case Refusal::too_large:
            return "This file is larger than 20 MB: copy the words you need out of it and type or paste "
                   "them.";
        case Refusal::picture:
            return "This is a picture, and pictures are never kept here: write down in words what needs to "
                   "be "
                   "known, without describing an image of a child.";
        case Refusal::film:
            return "This is a film, and films are never kept here: write down in words what needs to be "
                   "known, "
                   "without describing an image of a child.";
        case Refusal::sound:
            return "This is a recording, and recordings are never kept here: write down what was said.";
        case Refusal::archive:
            return "This file has other files packed in it: unpack it and add the words of each document by "
                   "itself.";
        case Refusal::program:
            return "This is a program, not a document: if somebody sent it to you, do not open it, and tell "
                   "whoever looks after your computers.";
        case Refusal::encrypted:
            return "This document is locked with a password: save a copy without one, or type its words.";
        case Refusal::no_words:
            return "There are no words in this document that can be read, only pictures or nothing: type "
                   "what "
                   "it says.";
        case Refusal::other_kind:
            return "Only plain text, CSV, Markdown, Word (.docx), OpenDocument (.odt), PDF and e-mail (.eml) "
                   "are read: save it as one of these, or copy its words and paste them.";
        case Refusal::not_its_name:
            return "What is in this file is not what the ending of its name says: open it, save it again as "
                   "the kind it is, or type its words.";
        case Refusal::not_letters:
            return "The letters in this file could not be read: save it as text in UTF-8, or type its words.";
        case Refusal::carries_data:
            return "Something in this document is not words, such as a picture or a file written out as "
                   "letters or numbers: take that out and try again, or type the words.";
        case Refusal::broken:
            return "This document is damaged or not complete: open it, save it again, or type its words.";
        case Refusal::too_much:
            return "There is more in this document than can be read here: copy the words you need and paste "
                   "them.";
        case Refusal::too_slow:
            return "This document took too long to read: copy the words you need and paste them.";
        case Refusal::not_confined:
            return "Documents of this kind are not read here, because this server could not shut the reader "
                   "off from everything else: copy the words and paste them, and tell whoever runs the "
                   "server.";
        case Refusal::not_installed:
            return "PDFs are not read here, because pdftotext is not installed on this server: copy the "
                   "words "
                   "and paste them, and tell whoever runs the server.";
    }
    throw_bug("a refusal without a sentence");
}

}  // namespace safelead::words
