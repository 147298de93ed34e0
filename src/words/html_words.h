#pragma once

#include "words/extracted.h"

#include <string_view>

namespace safelead::words {

/// Adds the words of a message written in HTML (UTF-8) to `into`: no tags, scripts, styles, comments,
/// addresses of links or descriptions of pictures. Never fails: what is not well-formed is read as it comes.
void read_html_words(std::string_view html, Extracted& into);

}  // namespace safelead::words
