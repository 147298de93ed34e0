// Every way of hiding, and ordinary writing: the first never gets through, the second always does, unchanged.
// The corpus is made anew for each run by corpus/make.py.

#include "base/text.h"
#include "support/source_dir.h"
#include "support/temporary_folder.h"
#include "words/document.h"
#include "words/typed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

namespace safelead::words {
namespace {

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

struct Listed {
    std::string expected;
    std::string name;
};

class Corpus : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        folder_ = std::make_unique<safelead::test::TemporaryFolder>();
        const std::string command = "python3 -B " + safelead::test::source_dir() +
                                    "/tests/unit/words/corpus/make.py " + folder_->path().string();
        ASSERT_EQ(std::system(command.c_str()), 0);
        std::ifstream list{folder_->path() / "list"};
        for (std::string line; std::getline(list, line);)
            listed_.push_back({line.substr(0, line.find('\t')), line.substr(line.find('\t') + 1)});
    }
    static void TearDownTestSuite() { folder_.reset(); }

    static std::string bytes(const Listed& file) { return read_file(folder_->path() / file.name); }

    template <class Look>
    static std::size_t for_each(std::string_view expected, Look look)
    {
        std::size_t count = 0;
        for (const Listed& file : listed_) {
            if (file.expected != expected) continue;
            ++count;
            look(file);
        }
        return count;
    }

    static inline std::unique_ptr<safelead::test::TemporaryFolder> folder_;
    static inline std::vector<Listed> listed_;
};

TEST_F(Corpus, NothingThatIsNoWordsGetsThrough)
{
    const auto count = for_each("refused", [](const Listed& file) {
        const auto read = read_document(bytes(file), file.name);
        EXPECT_FALSE(read) << file.name << " gave: " << read->text.substr(0, 300);
        if (!read) {
            EXPECT_NE(read.error(), Refusal::not_confined) << file.name;
            EXPECT_NE(read.error(), Refusal::not_installed) << file.name;
            EXPECT_FALSE(sentence(read.error()).empty());
        }
    });
    EXPECT_GT(count, 500U);
}

TEST_F(Corpus, OfADocumentTheWordsStayAndNothingElse)
{
    const auto count = for_each("words", [](const Listed& file) {
        const auto read = read_document(bytes(file), file.name);
        ASSERT_TRUE(read) << file.name << ": " << sentence(read.error());
        EXPECT_EQ(read->text, read_file(folder_->path() / (file.name + ".words"))) << file.name;
    });
    EXPECT_GE(count, 20U);
}

TEST_F(Corpus, OfAPdfThePicturesThatStayBehindAreCounted)
{
    for (const auto& [name, pictures] :
         {std::pair{"plain.pdf", 0U}, {"pictures.pdf", 1U}, {"three-pictures.pdf", 3U}}) {
        const auto read = read_document(read_file(folder_->path() / name), name);
        ASSERT_TRUE(read) << name << ": " << sentence(read.error());
        EXPECT_FALSE(read->may_have_pictures) << name << ": they were not counted";
        EXPECT_EQ(read->pictures_left_out, pictures) << name;
    }
}

TEST_F(Corpus, OrdinaryWritingPassesByteForByte)
{
    const auto count = for_each("same", [](const Listed& file) {
        const auto written = bytes(file);
        const auto read = read_document(written, file.name);
        ASSERT_TRUE(read) << file.name << ": " << sentence(read.error()) << '\n'
                          << take_out_data(written).text;
        EXPECT_EQ(read->text, written) << file.name;
    });
    EXPECT_GT(count, 290U);
}

TEST_F(Corpus, OfHidingThatIsCutInTwoNothingIsLeftForASecondLook)
{
    for_each("refused", [](const Listed& file) {
        if (!file.name.starts_with("written-") || !file.name.ends_with(".txt")) return;
        const auto written = bytes(file);
        const auto step = std::max<std::size_t>(97, written.size() / 20);
        for (std::size_t at = 0; at < written.size(); at += step) {
            auto cut = written;
            cut.insert(at, ". ");
            if (!is_utf8(cut)) continue;
            const auto once = take_out_data(cut);
            EXPECT_TRUE(take_out_data(once.text).is_as_typed()) << file.name << " at " << at;
        }
    });
}

/// Each note of corpus/notes.tsv with the language that it is in.
std::vector<std::pair<std::string, std::string>> written_notes()
{
    std::vector<std::pair<std::string, std::string>> notes;
    std::ifstream file{safelead::test::source_dir() + "/tests/unit/words/corpus/notes.tsv"};
    for (std::string line; std::getline(file, line);) {
        const auto tab = line.find('\t');
        notes.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    return notes;
}

std::set<std::string> words_in(const std::string& note)
{
    std::istringstream all{note};
    return {std::istream_iterator<std::string>{all}, {}};
}

TEST(Notes, OfSixLanguagesPassAsTheyWereTyped)
{
    std::map<std::string, std::size_t> in_language;
    for (const auto& [language, note] : written_notes()) {
        ++in_language[language];
        const auto typed = take_out_data(note);
        EXPECT_TRUE(typed.is_as_typed()) << typed.text;
        EXPECT_EQ(typed.text, note);
        const auto read = read_document(note, "note.txt");
        ASSERT_TRUE(read) << note << ": " << sentence(read.error());
        EXPECT_EQ(read->text, note);
    }
    EXPECT_GE(in_language.size(), 6U);
    for (const auto& [language, count] : in_language) EXPECT_GE(count, 30U) << language;
}

TEST(Notes, AreTwoHundredThatShareFewOfTheirWords)
{
    std::vector<std::set<std::string>> notes;
    for (const auto& [language, note] : written_notes()) notes.push_back(words_in(note));
    ASSERT_GE(notes.size(), 200U);
    for (std::size_t one = 0; one < notes.size(); ++one)
        for (std::size_t other = 0; other < one; ++other) {
            std::vector<std::string> both;
            std::ranges::set_intersection(notes[one], notes[other], std::back_inserter(both));
            EXPECT_LT(2 * both.size(), std::min(notes[one].size(), notes[other].size()) + 1)
                << "lines " << other + 1 << " and " << one + 1;
        }
}

TEST_F(Corpus, WhatIsTypedIsNeverRefusedAndWhatIsHiddenInItIsTakenOut)
{
    std::size_t written = 0;
    for_each("refused", [&written](const Listed& file) {
        if (!file.name.starts_with("written-") || !file.name.ends_with(".txt")) return;
        ++written;
        const auto typed = take_out_data(bytes(file));
        EXPECT_FALSE(typed.is_as_typed()) << file.name;
        EXPECT_LT(typed.text.size(), 700U) << file.name << ": " << typed.text;
        EXPECT_TRUE(take_out_data(typed.text).is_as_typed()) << file.name << ": " << typed.text;
    });
    EXPECT_GE(written, 80U);
}

}  // namespace
}  // namespace safelead::words
