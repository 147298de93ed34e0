// The bytes of one event of each type, as they are sealed. A change here is a change of
// docs/formats/events.md and of what lies on people's disks: it needs a new version of the event. ACCEPT=1
// rewrites the file.

#include "exchange/case_events.h"
#include "exchange/child_events.h"
#include "exchange/concern_events.h"
#include "exchange/conversation_events.h"
#include "exchange/referral_events.h"
#include "support/every_record_event.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace safelead {
namespace {

const std::string file = safelead::test::source_dir() + "/tests/golden/events/record.jsonl";

template <class Event>
void add(std::string& lines, const std::vector<Event>& events)
{
    for (const Event& event : events) {
        lines += text_of(exchange::encode(exchange::to_event_bytes(event)));
        lines += '\n';
    }
}

std::string golden()
{
    std::ifstream in{file};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST(RecordEvents, AreTheBytesThatWereReleased)
{
    std::string lines;
    add(lines, tests::every_child_event());
    add(lines, tests::every_concern_event());
    add(lines, tests::every_case_event());
    add(lines, tests::every_conversation_event());
    add(lines, tests::every_name_event());
    add(lines, tests::every_referral_event());
    if (std::getenv("ACCEPT") != nullptr) std::ofstream{file} << lines;
    EXPECT_EQ(lines, golden());
}

}  // namespace
}  // namespace safelead
