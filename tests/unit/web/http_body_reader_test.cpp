// What becomes of a body that is not wanted: of an upload that breaks off or is too large no byte stays, and
// of a form that a file came with what was typed does.

#include "web/http/body_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace safelead::web {
namespace {

// Short enough to lie in the string itself, and so in the memory that the reader is put into.
constexpr std::string_view marked = "a marked body";

Request head(Method method, std::string_view content_type)
{
    Request request;
    request.method = method;
    request.headers.push_back({"Content-Type", std::string{content_type}});
    return request;
}

/// Memory to put a reader into, looked at when the reader is gone.
class Place {
public:
    BodyReader& make(const Request& request, BodyRule rule)
    {
        return *new (bytes_) BodyReader{request, rule, Limits{}, large_bodies_};
    }
    [[nodiscard]] bool has(std::string_view text) const
    {
        const auto* first = reinterpret_cast<const char*>(bytes_);
        return std::search(first, first + sizeof bytes_, text.begin(), text.end()) != first + sizeof bytes_;
    }

private:
    Census large_bodies_{16, 4};
    alignas(BodyReader) unsigned char bytes_[sizeof(BodyReader)] = {};
};

TEST(BodyReader, LeavesNoByteOfABodyThatBreaksOff)
{
    Place place;
    auto& reader = place.make(head(Method::post, "application/octet-stream"), {BodyKind::raw, 1000});
    reader.take(marked);
    ASSERT_TRUE(place.has(marked));

    std::destroy_at(&reader);

    EXPECT_FALSE(place.has(marked)) << "the body was freed as it was";
}

TEST(BodyReader, LeavesNoByteOfABodyThatIsTooLarge)
{
    Place place;
    auto& reader = place.make(head(Method::post, "application/octet-stream"), {BodyKind::raw, marked.size()});
    reader.take(marked);
    reader.take("more");
    ASSERT_EQ(reader.fault(), Fault::too_large);

    std::destroy_at(&reader);

    EXPECT_FALSE(place.has(marked));
}

constexpr std::string_view form_with_file =
    "--b\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nAn image was shared.\r\n"
    "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.bin\"\r\n\r\nbytes of it\r\n"
    "--b\r\nContent-Disposition: form-data; name=\"who\"\r\n\r\nRobin Vale\r\n--b--\r\n";

std::optional<Fault> read(Request& request, BodyRule rule, std::string_view body)
{
    Census large_bodies{16, 4};
    BodyReader reader{request, rule, Limits{}, large_bodies};
    for (; !body.empty(); body.remove_prefix(std::min<std::size_t>(7, body.size())))
        reader.take(body.substr(0, 7));
    return reader.finish(request);
}

TEST(BodyReader, KeepsWhatWasTypedBesideAFileWhereTheFormComesBack)
{
    auto request = head(Method::post, "multipart/form-data; boundary=b");
    const auto fault = read(request, {.on_file = OnFile::keep_typing}, form_with_file);
    ASSERT_FALSE(fault.has_value());
    EXPECT_TRUE(request.form.came_with_file());
    EXPECT_EQ(request.form.in_order(),
              (std::vector<Field>{{"words", "An image was shared."}, {"who", "Robin Vale"}}));
    EXPECT_TRUE(request.body.empty());
}

TEST(BodyReader, RefusesTheWholeFormEverywhereElse)
{
    auto request = head(Method::post, "multipart/form-data; boundary=b");
    EXPECT_EQ(read(request, {}, form_with_file), Fault::carries_file);
    EXPECT_TRUE(request.form.empty());
    EXPECT_EQ(read(request, {.on_file = OnFile::keep_typing}, form_with_file.substr(0, 200)),
              Fault::carries_file)
        << "it broke off: what is there of it is not all that was typed";
}

TEST(BodyReader, SaysNothingOfAFileWhereNoneCame)
{
    auto request = head(Method::post, "multipart/form-data; boundary=b");
    const auto fault =
        read(request, {.on_file = OnFile::keep_typing},
             "--b\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nWords.\r\n--b--\r\n");
    ASSERT_FALSE(fault.has_value());
    EXPECT_FALSE(request.form.came_with_file());
    EXPECT_EQ(request.form.text("words"), "Words.");
}

/// What one server reads at a time.
struct Readers {
    Census census{16, 4};
    std::vector<std::unique_ptr<BodyReader>> reading;

    /// Whether a large body from there would be read now; what is, is kept.
    bool is_read(const std::string& address, BodyKind kind)
    {
        auto request = head(Method::post, kind == BodyKind::raw ? "application/octet-stream"
                                                                : "application/x-www-form-urlencoded");
        request.remote = address;
        auto reader = std::make_unique<BodyReader>(request, BodyRule{kind, 4'000'000}, Limits{}, census);
        const bool is_taken = !reader->fault();
        if (is_taken) reading.push_back(std::move(reader));
        return is_taken;
    }
};

TEST(BodyReader, ReadsSomeLargeBodiesOfOneAddressAndMoreOfAll)
{
    Readers at_once;
    auto& reading = at_once.reading;
    const auto is_read = [&](const std::string& address, BodyKind kind) {
        return at_once.is_read(address, kind);
    };
    for (int count = 0; count < 4; ++count)
        EXPECT_TRUE(is_read("198.51.100.1", count % 2 == 0 ? BodyKind::raw : BodyKind::form));
    EXPECT_FALSE(is_read("198.51.100.1", BodyKind::raw));
    EXPECT_FALSE(is_read("198.51.100.1", BodyKind::form));
    EXPECT_TRUE(is_read("198.51.100.2", BodyKind::raw)) << "somebody else's document waits for nobody";
    reading.front().reset();
    EXPECT_TRUE(is_read("198.51.100.1", BodyKind::raw)) << "one of them is through";
    for (int other = 3; reading.size() - 1 < 16; ++other)
        ASSERT_TRUE(is_read("198.51.100." + std::to_string(other), BodyKind::raw));
    EXPECT_FALSE(is_read("198.51.100.200", BodyKind::raw)) << "each is held in memory";
}

TEST(BodyReader, IsKeptFromNothingByWhatAnotherServerReads)
{
    Readers pages;
    Readers commands;
    for (int other = 0; other < 16; ++other)
        ASSERT_TRUE(pages.is_read("198.51.100." + std::to_string(other), BodyKind::raw));
    ASSERT_FALSE(pages.is_read("198.51.100.200", BodyKind::raw));
    EXPECT_TRUE(commands.is_read("", BodyKind::raw));
}

}  // namespace
}  // namespace safelead::web
