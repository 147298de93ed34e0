// Pages of a server that shares its record with others, where every look at it is a journey.

#include "main/one_look_answerer.h"

#include "app/parts.h"
#include "base/unavailable.h"
#include "support/failing_store.h"
#include "support/practice_site.h"

#include <gmock/gmock.h>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace safelead::main {
namespace {

using test::Browser;
using test::location;
using test::PracticeSite;
using testing::StartsWith;

/// As on another machine: others write to it, too. Counts how often it is asked whether somebody did, by the
/// threads that ask, and answers nobody while it is shut.
class SharedStore final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    [[nodiscard]] ledger::Writers writers() const override { return ledger::Writers::several; }

    ledger::LogHead head(const OrganisationId& organisation) const override
    {
        {
            std::unique_lock lock{mutex_};
            ++asked_by_[std::this_thread::get_id()];
            ++waiting_;
            changed_.notify_all();
            changed_.wait(lock, [this] { return !is_shut_; });
            --waiting_;
        }
        return StoreInFront::head(organisation);
    }

    void forget_who_asked()
    {
        const std::lock_guard lock{mutex_};
        asked_by_.clear();
    }
    [[nodiscard]] int asked_by(std::thread::id thread) const
    {
        const std::lock_guard lock{mutex_};
        const auto found = asked_by_.find(thread);
        return found == asked_by_.end() ? 0 : found->second;
    }
    [[nodiscard]] int asked_in_all() const
    {
        const std::lock_guard lock{mutex_};
        int all = 0;
        for (const auto& [thread, times] : asked_by_) all += times;
        return all;
    }

    void shut()
    {
        const std::lock_guard lock{mutex_};
        is_shut_ = true;
    }
    void open()
    {
        const std::lock_guard lock{mutex_};
        is_shut_ = false;
        changed_.notify_all();
    }
    void wait_until_waiting(int how_many) const
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return waiting_ >= how_many; });
    }

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    mutable std::map<std::thread::id, int> asked_by_;
    mutable int waiting_ = 0;
    bool is_shut_ = false;
};

/// An address that somebody asks for, admitted.
web::Request asked_for(web::Answerer& answerer, std::string_view address)
{
    web::Request request;
    request.path = std::string{address};
    request.segments = test::segments_of(address);
    request.remote = "192.0.2.1";
    EXPECT_TRUE(std::holds_alternative<web::BodyRule>(answerer.admit(request))) << address;
    return request;
}

/// What one thread does behind the pages is done in the order in which it was asked for.
app::Options one_reader()
{
    auto options = test::PracticePartnership::cheap_options();
    options.readers = 1;
    return options;
}

class OneLookAnswering : public testing::Test {
protected:
    /// Until nobody reads ahead any more, which pages begin and do not wait for.
    void wait_until_read()
    {
        auto& parts = site.partnership().safelead().parts();
        for (auto* workers : {&parts.readers, &parts.ahead})
            (void)wait_for(*workers->run([] { return Done{}; }));
    }

    /// Asks, on the thread that would be an io thread.
    void expect_few_looks(int at_most, const std::function<web::Response()>& ask)
    {
        store->forget_who_asked();
        const auto answer = ask();
        EXPECT_TRUE(answer.status == web::Status::ok || answer.status == web::Status::see_other)
            << static_cast<int>(answer.status);
        EXPECT_EQ(store->asked_by(std::this_thread::get_id()), 0) << "an io thread waits for nobody";
        EXPECT_GT(store->asked_in_all(), 0) << "it shows what others wrote";
        EXPECT_LE(store->asked_in_all(), at_most);
    }

    std::unique_ptr<SharedStore> store;
    PracticeSite site{[this](ledger::EntryStore& behind) -> ledger::EntryStore& {
                          store = std::make_unique<SharedStore>(behind);
                          return *store;
                      },
                      one_reader()};
    OneLookAnswerer answerer{site.answerer()};
};

TEST_F(OneLookAnswering, LooksFewTimesAndNeverWhereTheConnectionsAre)
{
    Browser teacher{site, answerer};
    Browser lead{site, answerer};
    teacher.sign_in("teacher");
    lead.sign_in("lead");
    lead.get("/inbox");
    teacher.get("/concerns/new");
    wait_until_read();
    // Each step (the first, and one after each wait) looks at most once at each log: the organisation's, the
    // partnership's for its directory and for its training. What is written to a new stream asks for its end.
    constexpr int few = 15;
    std::string sent;
    expect_few_looks(few, [&] {
        auto answer = teacher.send("/concerns/new", {{"unlisted", "Robin Vale, Year 9"},
                                                     {"words", "They said that an image was shared."},
                                                     {"danger", "no"},
                                                     {"told", "yes"}});
        sent = location(answer);
        return answer;
    });
    ASSERT_THAT(sent, StartsWith("/concerns/"));
    const auto concern = "/concerns/" + sent.substr(10, sent.find('/', 10) - 10);
    expect_few_looks(few, [&] { return lead.get(concern); });
    std::string opened;
    expect_few_looks(few, [&] {
        auto answer = lead.send(concern + "/open-case", {});
        opened = location(answer);
        return answer;
    });
    ASSERT_THAT(opened, StartsWith("/cases/"));
    // Once a view of it is recorded, the page is made of many things, each up to date.
    expect_few_looks(few, [&] { return lead.get(opened); });
}

TEST_F(OneLookAnswering, AnswersWhatNeedsNoRecordWhileTheStoreAnswersNobody)
{
    store->shut();
    constexpr int more_than_there_are_threads = 20;
    std::vector<web::Request> requests;
    std::vector<Later<web::Response>> waiting;
    for (int i = 0; i < more_than_there_are_threads; ++i)
        requests.push_back(asked_for(answerer, "/training"));
    for (const auto& request : requests) waiting.push_back(answerer.answer(request));
    store->wait_until_waiting(1);

    const auto now = asked_for(answerer, "/now");
    auto answered = answerer.answer(now);
    EXPECT_TRUE(answered.is_ready()) << "it waits for nobody";
    store->open();
    EXPECT_EQ(wait_for(std::move(answered)).status, web::Status::ok);
    for (auto& one : waiting) EXPECT_EQ(wait_for(std::move(one)).status, web::Status::ok);
}

TEST_F(OneLookAnswering, AsksTheStoreForNothingThatNeedsNoRecord)
{
    Browser lead{site, answerer};
    lead.sign_in("lead");
    wait_until_read();
    int asked = 0;
    for (const auto& route : web::routes()) {
        if (route.needs == web::Needs::record || route.method != web::Method::get) continue;
        if (route.pattern.find('{') != std::string_view::npos) continue;
        ++asked;
        auto request = asked_for(answerer, route.pattern);
        for (const auto& [name, value] : lead.cookies()) request.cookies.push_back({name, value});
        store->forget_who_asked();
        EXPECT_EQ(wait_for(answerer.answer(request)).status, web::Status::ok) << route.pattern;
        EXPECT_EQ(store->asked_in_all(), 0) << route.pattern;
    }
    EXPECT_GT(asked, 10);
}

TEST_F(OneLookAnswering, GoesOnAlsoWhereTheConnectionIsGone)
{
    Browser lead{site, answerer};
    lead.sign_in("lead");
    store->shut();
    {
        auto request = asked_for(answerer, "/today");
        for (const auto& [name, value] : lead.cookies()) request.cookies.push_back({name, value});
        (void)answerer.answer(request);
        store->wait_until_waiting(1);
        request.cookies.front().value.assign(4096, 'x');  // and then all of it is gone
    }
    store->open();
    EXPECT_EQ(lead.get("/today").status, web::Status::ok);
}

/// Answers in steps, each of which knows where it was taken.
class InSteps final : public web::Answerer {
public:
    explicit InSteps(std::shared_ptr<app::Signal> gate) : gate_{std::move(gate)} {}

    std::variant<web::BodyRule, web::Refused> admit(web::Request&) override { return web::BodyRule{}; }
    Later<web::Response> answer(const web::Request& request) override
    {
        threads.push_back(std::this_thread::get_id());
        return Later<web::Response>::after(gate_, [this, &request]() -> Later<web::Response> {
            threads.push_back(std::this_thread::get_id());
            if (request.path == "/broken") throw Unavailable{"The disk is broken."};
            return web::text_response("kept " + request.path);
        });
    }
    web::Response fault_page(web::Fault, std::string_view, const web::Request*) override
    {
        return web::text_response("refused");
    }

    std::vector<std::thread::id> threads;

private:
    std::shared_ptr<app::Signal> gate_;
};

TEST(OneLookAnswerer, TakesEachStepOnAWorkerAndWithTheRequestAsItWas)
{
    const auto gate = std::make_shared<app::Signal>();
    InSteps pages{gate};
    OneLookAnswerer answerer{pages};
    std::optional<Later<web::Response>> later;
    {
        web::Request request;
        request.path = "/concerns/a-path-too-long-to-lie-in-the-string-itself";
        later = answerer.answer(request);
    }
    gate->open();
    EXPECT_EQ(wait_for(*std::move(later)).text(),
              "kept /concerns/a-path-too-long-to-lie-in-the-string-itself");
    ASSERT_EQ(pages.threads.size(), 2U);
    for (const auto thread : pages.threads) EXPECT_NE(thread, std::this_thread::get_id());
}

TEST(OneLookAnswerer, SaysWhatAStepSaysThatCouldNotBeTaken)
{
    const auto gate = std::make_shared<app::Signal>();
    InSteps pages{gate};
    OneLookAnswerer answerer{pages};
    web::Request request;
    request.path = "/broken";
    gate->open();
    EXPECT_THROW((void)wait_for(answerer.answer(request)), Unavailable);
}

}  // namespace
}  // namespace safelead::main
