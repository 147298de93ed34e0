#include "exchange/disclosure_json.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

TEST(DisclosureJson, IsOneObjectOnOneLineWhateverStandsInIt)
{
    const Disclosure disclosure{
        "org-1",        7,       "00ff",      "a1", "origin\n7\nhash=\n\n\xE2\x80\x94 origin sig\n",
        "name\"\\+key", "old\n", {"h1", "h2"}};
    EXPECT_EQ(
        disclosure_to_json(disclosure),
        "{\"disclosure\":1,\"organisation\":\"org-1\",\"position\":7,\"entry\":\"00ff\",\"box_key\":\"a1\","
        "\"checkpoint\":\"origin\\n7\\nhash=\\n\\n\xE2\x80\x94 origin sig\\n\",\"key\":\"name\\\"\\\\+key\","
        "\"keys\":\"old\\n\","
        "\"inclusion\":[\"h1\",\"h2\"]}");
}

}  // namespace
}  // namespace safelead::exchange
