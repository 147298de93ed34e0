#include "exchange/record_export.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

TEST(RecordExport, WritesACheckpointForProgramsWithItsNumberAsANumber)
{
    EXPECT_EQ(checkpoint_to_json({"o", "safelead/o/0011223344556677", 3, "cm9vdA==", "safelead/o+00+AQ==",
                                  "safelead/o\n3\ncm9vdA==\n\n— safelead/o AA==\n"}),
              R"({
  "organisation": "o",
  "origin": "safelead/o/0011223344556677",
  "entries": 3,
  "root": "cm9vdA==",
  "key": "safelead/o+00+AQ==",
  "checkpoint": "safelead/o\n3\ncm9vdA==\n\n— safelead/o AA==\n"
})");
}

}  // namespace
}  // namespace safelead::exchange
