#include "record/danger_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace safelead::record {
namespace {

// Project rule; in the order of what they are about. Whole words, apostrophes left out.
constexpr std::array<std::string_view, 46> phrases{"kill",
                                                   "killing",
                                                   "suicide",
                                                   "suicidal",
                                                   "want to die",
                                                   "wanna die",
                                                   "going to die",
                                                   "end it all",
                                                   "end my life",
                                                   "ending it",
                                                   "kms",
                                                   "not be here anymore",
                                                   "not be here any more",
                                                   "no point living",
                                                   "self harm",
                                                   "selfharm",
                                                   "hurt myself",
                                                   "hurting myself",
                                                   "cut myself",
                                                   "cutting myself",
                                                   "harm myself",
                                                   "overdose",
                                                   "took pills",
                                                   "taken pills",
                                                   "taken tablets",
                                                   "took tablets",
                                                   "bridge tonight",
                                                   "bleeding",
                                                   "hits me",
                                                   "hitting me",
                                                   "hit me",
                                                   "beats me",
                                                   "beating me",
                                                   "hurts me",
                                                   "hurting me",
                                                   "knife",
                                                   "gun",
                                                   "outside my house",
                                                   "coming to get me",
                                                   "locked in",
                                                   "ran away",
                                                   "run away",
                                                   "running away",
                                                   "not safe",
                                                   "in danger",
                                                   "meet him tonight"};

/// Letters made small, one space between words and on either side, apostrophes gone.
std::string plain(std::string_view text)
{
    std::string out{" "};
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        } else if (c != '\'' && byte < 0x80 && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.back() != ' ') out += ' ';
    return out;
}

}  // namespace

bool has_danger_words(std::string_view text)
{
    const auto said = plain(text);
    return std::ranges::any_of(phrases, [&said](std::string_view phrase) {
        std::string sought{" "};
        sought.append(phrase).append(" ");
        return said.find(sought) != std::string::npos;
    });
}

}  // namespace safelead::record
