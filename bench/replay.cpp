// What it costs to weigh recorded assessments again: a million of them with made-up facts, advised under one
// edition and weighed under the next, in memory; and the same from the histories of cases, which have to be
// read through first. Beside it, in the same run, SHA-256 of a thousand bytes as often.
//
// The facts are made up a batch at a time, for a million of them would not fit; making them is not counted.

#include "app/london.h"
#include "app/made_up_facts.h"
#include "app/packs.h"
#include "app/replaying.h"
#include "crypto/digest.h"
#include "decision/conclude.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <vector>

namespace {

using namespace safelead;

constexpr std::size_t batch = 10'000;
constexpr std::size_t assessments_a_case = 5;

/// Seconds by the clock and of this processor.
struct Time {
    double wall = 0;
    double processor = 0;
};

double seconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

template <class Work>
void timed(Time& total, Work work)
{
    const double wall = seconds(CLOCK_MONOTONIC);
    const double processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    work();
    total.wall += seconds(CLOCK_MONOTONIC) - wall;
    total.processor += seconds(CLOCK_PROCESS_CPUTIME_ID) - processor;
}

record::AdviceGiven advised(const guidance::Pack& pack, const guidance::Facts& facts)
{
    return {record::AdviceUnder::in_force, pack.imprint().digest,
            decision::write_down(pack, decision::conclude(pack, facts))};
}

/// A million answers, each with its facts and the advice that was kept.
Time replay_facts(app::Replaying& replaying, const guidance::Pack& pack, std::size_t count)
{
    app::Numbers numbers{1};
    Time total;
    for (std::size_t done = 0; done < count; done += batch) {
        std::vector<record::AdviceGiven> given;
        std::vector<record::Assessment> all;
        given.reserve(batch);
        for (std::size_t i = 0; i < batch; ++i) {
            auto facts = app::made_up_facts(pack.vocabulary(), numbers);
            given.push_back(advised(pack, facts));
            all.push_back({Instant{}, std::move(facts), &given.back(), {}});
        }
        timed(total, [&] {
            for (const auto& one : all) (void)replaying.take(one);
        });
    }
    return total;
}

void happen(record::Case& of, record::CaseEvent event)
{
    of = evolve(std::move(of), {of.history.size() + 1, Instant{},
                                std::make_shared<const record::CaseEvent>(std::move(event))});
}

/// A case in which people and answers came one after another, with advice after each.
record::Case made_up_case(const guidance::Pack& pack, app::Numbers& numbers)
{
    const PersonId by{"lead"};
    const auto facts = app::made_up_facts(pack.vocabulary(), numbers);
    record::Case of;
    for (const auto& person : facts.people()) {
        std::vector<std::string> roles;
        for (const auto role : person.roles.in_order()) roles.emplace_back(to_text(role));
        const record::CaseRef ref{person.ref};
        happen(of, record::PersonAdded{by, ref, std::nullopt, ""});
        happen(of, record::PersonDescribed{by, ref, roles, std::nullopt, person.age, person.age_at_event,
                                           std::string{to_text(person.age_basis)},
                                           std::string{to_text(person.setting)}});
    }
    const auto& answers = facts.answers();
    for (std::size_t part = 0; part < assessments_a_case; ++part) {
        record::FactsAnswered answered{by, {}, ""};
        for (std::size_t i = part; i < answers.size(); i += assessments_a_case)
            answered.answers.push_back({std::string{answers[i].fact.text()}, answers[i].value});
        happen(of, answered);
        happen(of, advised(pack, facts_of(of)));
    }
    return of;
}

Time replay_cases(app::Replaying& replaying, const guidance::Pack& pack, std::size_t count)
{
    app::Numbers numbers{2};
    Time total;
    for (std::size_t done = 0; done < count; done += batch) {
        std::vector<record::Case> cases;
        for (std::size_t i = 0; i < batch / assessments_a_case; ++i)
            cases.push_back(made_up_case(pack, numbers));
        timed(total, [&] {
            for (const auto& of : cases)
                replaying.take(of, app::Replaying::Opens::whole, app::Replaying::Keep::reference);
        });
    }
    return total;
}

Time yardstick(std::size_t count)
{
    Bytes thousand(1'000);
    Time total;
    timed(total, [&] {
        for (std::size_t i = 0; i < count; ++i) {
            const auto digest = crypto::sha256(thousand);
            thousand[i % thousand.size()] = digest.front();
        }
    });
    return total;
}

void print(const char* what, const Time& time, std::size_t count, const Time& beside)
{
    std::printf("  %-42s %9zu  %6.2f s by the clock, %6.2f s of processor, %6.0f ns each; %.2f x\n", what,
                count, time.wall, time.processor, time.processor * 1e9 / static_cast<double>(count),
                time.processor / beside.processor);
}

}  // namespace

/// bench_replay [COUNT]
int main(int count, char** arguments)
{
    const std::size_t many = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1'000'000;
    const auto packs = app::Packs::load(std::filesystem::path{SAFELEAD_SOURCE_DIR} / "guidance");
    if (!packs || packs->editions().size() < 2) return 1;
    const auto& after = packs->newest();
    const auto& before = *(packs->editions().end() - 2);
    const app::London london;
    const app::ReplayAsked asked{std::string{after.edition().text()}};

    auto of_facts = app::Replaying::begin(*packs, london, asked).value();
    auto of_cases = app::Replaying::begin(*packs, london, asked).value();
    const Time beside = yardstick(many);
    const Time facts = replay_facts(of_facts, before, many);
    const Time cases = replay_cases(of_cases, before, many);
    std::printf("Assessments advised under %s, weighed again under %s\n", before.edition().text().data(),
                after.edition().text().data());
    print("SHA-256 of 1,000 bytes (yardstick)", beside, many, beside);
    print("with their facts in memory", facts, of_facts.so_far(), beside);
    print("from the histories of cases of five", cases, of_cases.so_far(), beside);
    const auto counted = of_facts.counted();
    std::printf("  of those with their facts in memory: %llu the same, %llu changed, %llu not whole\n",
                static_cast<unsigned long long>(counted.unchanged),
                static_cast<unsigned long long>(counted.changed),
                static_cast<unsigned long long>(counted.not_whole));
    return counted.not_whole == 0 ? 0 : 1;
}
