// Every way of hiding, and ordinary writing: the first never gets through, the second always does, unchanged.
// The corpus is made anew for each run by corpus/make.py.

#include "support/source_dir.h"
#include "support/temporary_folder.h"
#include "words/document.h"
#include "words/typed.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

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
    EXPECT_GE(count, 200U);
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

TEST_F(Corpus, OrdinaryWritingPassesByteForByte)
{
    const auto count = for_each("same", [](const Listed& file) {
        const auto written = bytes(file);
        const auto read = read_document(written, file.name);
        ASSERT_TRUE(read) << file.name << ": " << sentence(read.error()) << '\n'
                          << take_out_data(written).text;
        EXPECT_EQ(read->text, written) << file.name;
    });
    EXPECT_GE(count, 200U);
}

TEST_F(Corpus, WhatIsTypedIsNeverRefusedAndWhatIsHiddenInItIsTakenOut)
{
    const auto count = for_each("refused", [](const Listed& file) {
        if (!file.name.starts_with("written-") || !file.name.ends_with(".txt")) return;
        const auto typed = take_out_data(bytes(file));
        EXPECT_FALSE(typed.is_as_typed()) << file.name;
        EXPECT_LT(typed.text.size(), 700U) << file.name << ": " << typed.text;
        EXPECT_EQ(take_out_data(typed.text).data_taken_out, 0U) << file.name << ": " << typed.text;
    });
    (void)count;
}

}  // namespace
}  // namespace safelead::words
