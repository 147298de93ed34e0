// The reader of documents is the program itself, so the tests' program can be it, too.

#include "words/reader_process.h"

#include <gtest/gtest.h>

int main(int count, char** arguments)
{
    if (const auto code = safelead::words::run_as_reader(count, arguments)) return *code;
    testing::InitGoogleTest(&count, arguments);
    return RUN_ALL_TESTS();
}
