// What is left in this process's memory of a document that was refused: looked for where a debugger would.

#include "base/wipe.h"
#include "words/confine.h"
#include "words/document.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

namespace safelead::words {
namespace {

/// Words to look for, which are themselves kept the other way round so that they are not found here.
class Marker {
public:
    explicit Marker(std::string_view words)
    {
        for (const char letter : words) turned_.push_back(static_cast<char>(~letter));
    }

    void append_to(std::string& text) const
    {
        for (const char letter : turned_) text.push_back(static_cast<char>(~letter));
    }

    [[nodiscard]] bool is_at(const char* place) const
    {
        for (std::size_t i = 0; i < turned_.size(); ++i)
            if (place[i] != static_cast<char>(~turned_[i])) return false;
        return true;
    }

    [[nodiscard]] std::size_t size() const { return turned_.size(); }

private:
    std::string turned_;
};

/// How often it stands in what this process can write to: heap, stacks, data.
std::size_t times_in_memory(const Marker& marker)
{
    std::ifstream maps{"/proc/self/maps"};
    std::size_t times = 0;
    for (std::string line; std::getline(maps, line);) {
        std::istringstream fields{line};
        std::uintptr_t from = 0;
        std::uintptr_t to = 0;
        char dash = 0;
        std::string rights;
        fields >> std::hex >> from >> dash >> to >> rights;
        if (!rights.starts_with("rw")) continue;
        const auto* const begin = reinterpret_cast<const char*>(from);
        const auto* const end = reinterpret_cast<const char*>(to) - marker.size();
        for (const auto* at = begin; at < end; ++at)
            if (marker.is_at(at)) ++times;
    }
    return times;
}

/// A note with the marker and something that is no words.
std::string note_with(const Marker& marker, std::string_view head)
{
    std::string note;
    note.reserve(20000);
    note.append(head).append("We met on Tuesday and wrote down what was agreed. ");
    marker.append_to(note);
    note += '\n';
    std::uint32_t next = 7;
    for (int count = 0; count < 8000; ++count) {
        next = next * 1664525U + 1013904223U;
        note += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[next >> 26U];
        if (count % 76 == 75) note += '\n';
    }
    return note;
}

struct Way {
    std::string_view ending;
    std::string_view head;  ///< What a document of that kind begins with.
};
void PrintTo(const Way& way, std::ostream* out)
{
    *out << way.ending;
}

class RefusedDocument : public ::testing::TestWithParam<Way> {};

TEST_P(RefusedDocument, IsGoneFromMemory)
{
    if (!limits_memory()) GTEST_SKIP() << "the sanitisers keep what was freed";
    const auto& [ending, head] = GetParam();
    const Marker marker{"a marker that nobody else writes 20261130"};
    auto note = note_with(marker, head);
    EXPECT_EQ(times_in_memory(marker), 1U) << "the search finds what is there";
    const auto read = read_document(note, ending);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), Refusal::carries_data);
    EXPECT_EQ(times_in_memory(marker), 1U) << "only what the caller holds, and wipes";
    wipe(note);
    EXPECT_EQ(times_in_memory(marker), 0U);
}

INSTANTIATE_TEST_SUITE_P(OfEachWay, RefusedDocument,
                         ::testing::Values(Way{".txt", ""}, Way{".csv", "what,when\n"},
                                           Way{".md", "# A meeting\n\n"},
                                           Way{".eml",
                                               "From: office@school.example\nTo: lead@school.example\n"
                                               "Subject: A meeting\nContent-Type: text/plain\n\n"}),
                         [](const auto& way) { return std::string{way.param.ending.substr(1)}; });

}  // namespace
}  // namespace safelead::words
