#pragma once

// On the pages for people who work here, the English words are their own id in the catalogue (ADR 0055):
//
//     out << "<h1>" << say("What you have reported"_p) << "</h1>";

#include "web/text/phrase.h"

#include <cstddef>

namespace safelead::web {

consteval Phrase operator""_p(const char* words, std::size_t length)
{
    const std::string_view english_words{words, length};
    return Phrase{english_words, english_words};
}

}  // namespace safelead::web
