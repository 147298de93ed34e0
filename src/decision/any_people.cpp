#include "decision/any_people.h"

#include "decision/plain_truth.h"
#include "decision/walk.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

namespace safelead::decision {

namespace {

using guidance::AgeBasis;
using guidance::AgeOf;
using guidance::Node;
using guidance::Op;
using guidance::Person;
using guidance::Program;
using guidance::Role;
using guidance::Roles;
using guidance::Setting;

constexpr std::size_t most_somebodies = 64;

/// The quietest first: whoever stands for a kind in an example should raise no question of their own.
constexpr std::array<Setting, 5> settings = {Setting::this_school, Setting::other_school, Setting::none,
                                             Setting::unknown, Setting::staff};
constexpr std::array<AgeBasis, 3> bases = {AgeBasis::known, AgeBasis::claimed, AgeBasis::unknown};

/// What a condition about a person says, so that two that say the same are known for the same.
std::string saying(const std::vector<Node>& nodes, std::uint16_t at)
{
    const Node& node = nodes[at];
    std::string parts;
    std::size_t count = 0;
    for (std::uint16_t part = node.first; part != 0; part = nodes[part].next, ++count)
        parts += (count == 0 ? "" : " ") + saying(nodes, part);
    const bool is_only_a_name = count == 1 && (node.op == Op::all_of || node.op == Op::any_of);
    if (is_only_a_name) return parts;
    return std::to_string(static_cast<int>(node.op)) + "." + std::to_string(static_cast<int>(node.age)) +
           "." + std::to_string(node.number) + "." + std::to_string(node.mask) + "(" + parts + ")";
}

template <class Visit>
void each_part(const std::vector<Node>& nodes, std::uint16_t at, Visit visit)
{
    visit(nodes[at]);
    for (std::uint16_t part = nodes[at].first; part != 0; part = nodes[part].next)
        each_part(nodes, part, visit);
}

/// Whether one person is as a condition says, beside the eldest of the others, if there is one.
class Meeting {
public:
    explicit Meeting(const std::vector<Node>& nodes) : nodes_{nodes} {}

    [[nodiscard]] bool is_so(std::uint16_t of_person, const std::vector<Person>& person_and_eldest) const
    {
        PlainTruth truth{nothing_, person_and_eldest, no_conclusion_};
        return Walk<PlainTruth>{nodes_, truth}.person(of_person, 0);
    }

private:
    const std::vector<Node>& nodes_;
    FactValues nothing_{};
    Conclusion no_conclusion_;
};

}  // namespace

/// Finds out what is asked of people, and then which kinds of people there are.
class PeopleSurvey {
public:
    PeopleSurvey(const Program& program, std::span<const AnyPeople::IsSo> besides)
        : program_{program}, asked_besides_{besides}, meeting_{program.nodes}
    {
    }

    std::optional<AnyPeople> survey()
    {
        if (!number_somebodies()) return std::nullopt;
        find_what_matters();
        if (!compared_) {
            add_company(std::nullopt);
        } else {
            people_.eldest_ = people_.somebodies_ - 1;
            add_company(std::nullopt);
            for (int age = 0; age <= program_.oldest_age_that_matters; ++age) add_company(age);
        }
        return std::move(people_);
    }

private:
    bool number_somebodies()
    {
        const auto& nodes = program_.nodes;
        people_.by_node_.assign(nodes.size(), 0);
        std::map<std::string, Somebody> known;
        for (const Node& node : nodes) {
            if (node.op != Op::some_person) continue;
            const auto [place, is_new] = known.emplace(saying(nodes, node.first), known.size());
            if (is_new) {
                conditions_.push_back(node.first);
                compares_.push_back(has_comparison(node.first));
            }
            people_.by_node_[node.first] = place->second;
            if (!learn_comparisons(node.first)) return false;
        }
        people_.somebodies_ = conditions_.size();
        for (std::size_t i = 0; i < asked_besides_.size(); ++i)
            people_.besides_.push_back(people_.somebodies_++);
        if (compared_) ++people_.somebodies_;
        return people_.somebodies_ <= most_somebodies;
    }

    [[nodiscard]] bool has_comparison(std::uint16_t of_person) const
    {
        bool has = false;
        each_part(program_.nodes, of_person,
                  [&has](const Node& node) { has = has || node.op == Op::another_is_older; });
        return has;
    }

    /// False where two groups are compared, or one within another, or a comparison is no difference at all.
    bool learn_comparisons(std::uint16_t of_person)
    {
        bool is_simple = true;
        each_part(program_.nodes, of_person, [&](const Node& node) {
            if (node.op != Op::another_is_older) return;
            const std::string group = saying(program_.nodes, node.first);
            each_part(program_.nodes, node.first, [&](const Node& part) {
                if (part.op == Op::another_is_older) is_simple = false;
            });
            if (node.number < 1 || (compared_ && group != compared_saying_)) is_simple = false;
            compared_ = node.first;
            compared_saying_ = group;
            gaps_.insert(node.number);
        });
        return is_simple;
    }

    void find_what_matters()
    {
        for (const std::uint16_t condition : conditions_) {
            each_part(program_.nodes, condition, [&](const Node& node) {
                if (node.op == Op::has_role) roles_that_matter_ |= node.mask;
                if (node.op == Op::only_roles) roles_that_matter_ |= 0xFFU;
                if (node.op == Op::setting_in) setting_masks_.insert(node.mask);
                if (node.op == Op::basis_in) basis_masks_.insert(node.mask);
                if (node.op == Op::age_under || node.op == Op::age_or_over)
                    (node.age == AgeOf::event ? limits_then_ : limits_now_).insert(node.number);
            });
        }
        if (!asked_besides_.empty()) {
            for (const Role role : guidance::all_roles)
                if (role != Role::bystander) roles_that_matter_ |= Roles{role}.bits();
        }
        basis_masks_.insert(1U << static_cast<unsigned>(AgeBasis::known));
        for (std::uint32_t bits = 1; bits < 256; ++bits) add_roles(bits);
    }

    void add_roles(std::uint32_t bits)
    {
        if (!role_classes_.insert(bits & roles_that_matter_).second) return;
        Roles roles;
        for (const Role role : guidance::all_roles)
            if ((Roles{role}.bits() & bits) != 0) roles.add(role);
        role_sets_.push_back(roles);
    }

    template <class Value, std::size_t count>
    static std::vector<Value> distinct(const std::array<Value, count>& values,
                                       const std::set<std::uint32_t>& masks)
    {
        std::set<std::vector<bool>> seen;
        std::vector<Value> kept;
        for (const Value value : values) {
            std::vector<bool> looks;
            for (const std::uint32_t mask : masks)
                looks.push_back(((mask >> static_cast<unsigned>(value)) & 1U) != 0);
            if (seen.insert(looks).second) kept.push_back(value);
        }
        return kept;
    }

    /// One of each run of ages that make no difference, and none. The greatest, but for the last run: an
    /// example is then about a child of 12 and not about one of 0.
    static std::vector<std::optional<int>> ages_from(const std::set<int>& limits)
    {
        std::vector<std::optional<int>> ages;
        for (auto limit = limits.begin(); limit != limits.end(); ++limit) {
            const auto next = std::next(limit);
            const int age = next == limits.end() ? *limit : *next - 1;
            if (age >= 0 && age <= guidance::oldest_age) ages.emplace_back(age);
        }
        ages.emplace_back(std::nullopt);
        return ages;
    }

    [[nodiscard]] std::set<int> limits_beside(std::optional<int> eldest) const
    {
        std::set<int> limits = limits_then_;
        limits.insert(0);
        if (!eldest) return limits;
        limits.insert({*eldest, *eldest + 1});
        for (const int gap : gaps_) limits.insert(*eldest - gap + 1);
        return limits;
    }

    template <class Visit>
    void each_person(std::optional<int> eldest, Visit visit) const
    {
        std::set<int> limits_now = limits_now_;
        limits_now.insert(0);
        const auto then = ages_from(limits_beside(eldest));
        const auto now = ages_from(limits_now);
        const auto kept_settings = distinct(settings, setting_masks_);
        const auto kept_bases = distinct(bases, basis_masks_);
        Person person;
        for (const Roles& roles : role_sets_) {
            person.roles = roles;
            for (const Setting setting : kept_settings) {
                person.setting = setting;
                for (const AgeBasis basis : kept_bases) {
                    person.age_basis = basis;
                    for (const auto& age : then) {
                        person.age_at_event = age;
                        for (const auto& age_now : now) {
                            person.age = age_now;
                            visit(person);
                        }
                    }
                }
            }
        }
    }

    [[nodiscard]] bool is_compared(const Person& person) const
    {
        return compared_ && person.age_at_event && meeting_.is_so(*compared_, {person});
    }

    void add_company(std::optional<int> eldest)
    {
        std::vector<Person> present(1);
        if (eldest) {
            std::optional<Person> one;
            each_person(eldest, [&](const Person& person) {
                if (!one && person.age_at_event == eldest && is_compared(person)) one = person;
            });
            if (!one) return;  // Nobody of that age can be of the group.
            present.push_back(*one);
        }
        Company company{eldest, {}};
        std::unordered_map<std::uint64_t, std::size_t> seen;
        each_person(eldest, [&](const Person& person) {
            const bool may_be_eldest = is_compared(person);
            if (may_be_eldest && (!eldest || *person.age_at_event > *eldest)) return;
            present.front() = person;
            std::uint64_t shows = shown_by(present);
            if (may_be_eldest && person.age_at_event == eldest)
                shows |= std::uint64_t{1} << (people_.somebodies_ - 1);
            if (shows != 0 && seen.emplace(shows, company.kinds.size()).second)
                company.kinds.push_back({person, shows});
        });
        people_.companies_.push_back(std::move(company));
    }

    [[nodiscard]] std::uint64_t shown_by(const std::vector<Person>& present)
    {
        std::uint64_t shows = shown_alone(present.front());
        for (std::size_t i = 0; i < conditions_.size(); ++i)
            if (compares_[i]) shows |= std::uint64_t{meeting_.is_so(conditions_[i], present)} << i;
        return shows;
    }

    /// What does not depend on who else is there; the same person comes up beside one eldest after another.
    [[nodiscard]] std::uint64_t shown_alone(const Person& person)
    {
        const std::uint32_t key = person.roles.bits() | static_cast<std::uint32_t>(person.setting) << 8U |
                                  static_cast<std::uint32_t>(person.age_basis) << 12U |
                                  static_cast<std::uint32_t>(person.age_at_event.value_or(-1) + 1) << 16U |
                                  static_cast<std::uint32_t>(person.age.value_or(-1) + 1) << 24U;
        const auto [place, is_new] = alone_.emplace(key, 0);
        if (!is_new) return place->second;
        const std::vector<Person> present{person};
        for (std::size_t i = 0; i < conditions_.size(); ++i)
            if (!compares_[i]) place->second |= std::uint64_t{meeting_.is_so(conditions_[i], present)} << i;
        for (std::size_t i = 0; i < asked_besides_.size(); ++i)
            place->second |= std::uint64_t{asked_besides_[i](person)} << people_.besides_[i];
        return place->second;
    }

    const Program& program_;
    std::span<const AnyPeople::IsSo> asked_besides_;
    Meeting meeting_;
    AnyPeople people_;
    std::vector<std::uint16_t> conditions_;  ///< About a person, by the number of the somebody.
    std::vector<bool> compares_;             ///< Whether each compares ages.
    std::unordered_map<std::uint32_t, std::uint64_t> alone_;
    std::optional<std::uint16_t> compared_;  ///< The group whose eldest matters.
    std::string compared_saying_;
    std::set<int> gaps_;
    std::set<int> limits_then_;
    std::set<int> limits_now_;
    std::uint32_t roles_that_matter_ = 0;
    std::set<std::uint32_t> setting_masks_;
    std::set<std::uint32_t> basis_masks_;
    std::set<std::uint32_t> role_classes_;
    std::vector<Roles> role_sets_;
};

std::optional<AnyPeople> AnyPeople::of(const Program& program, std::span<const IsSo> besides)
{
    return PeopleSurvey{program, besides}.survey();
}

}  // namespace safelead::decision
