#pragma once

// The parts that stand in several files of a pack.

#include "exchange/json_tree.h"
#include "guidance/pack_draft.h"

#include <map>
#include <string>
#include <vector>

namespace safelead::exchange {

/// What the short name of a source stands for in this edition, without the section.
using SourceNames = std::map<std::string, guidance::Source, std::less<>>;

/// One file of a pack, as a tree.
struct PackPage {
    std::string file;
    JsonTree tree;

    [[nodiscard]] guidance::Place at(int line) const { return {file, line}; }
};

template <class Item>
using Parts = Result<std::vector<guidance::Placed<Item>>, FieldFault>;

[[nodiscard]] Result<SourceNames, FieldFault> read_source_names(MemberReader& members);
[[nodiscard]] Result<guidance::Source, FieldFault> read_source(MemberReader& members,
                                                               const SourceNames& names);
[[nodiscard]] Result<Date, FieldFault> read_date(MemberReader& members, std::string_view name);

/// `gives` is the name of the member that says what the rule gives.
[[nodiscard]] Parts<guidance::Rule> read_rules(const PackPage& page, const JsonTree& list,
                                               const std::string& path, const SourceNames& names,
                                               std::string_view gives);
[[nodiscard]] Parts<guidance::Step> read_steps(const PackPage& page, const JsonTree& list,
                                               const std::string& path, const SourceNames& names);
[[nodiscard]] Parts<guidance::NamedCondition> read_named(const PackPage& page, const JsonTree& list,
                                                         const std::string& path, std::string_view condition);
[[nodiscard]] Parts<guidance::Route> read_routes(const PackPage& page, const JsonTree& list,
                                                 const std::string& path);
[[nodiscard]] Parts<guidance::Vocabulary::Entry> read_vocabulary(const PackPage& page);
[[nodiscard]] Parts<guidance::Question> read_questions(const PackPage& page, const SourceNames& names);
[[nodiscard]] Parts<guidance::Term> read_terms(const PackPage& page);
[[nodiscard]] Parts<guidance::ChangeSaid> read_changes(const PackPage& page, const JsonTree& list,
                                                       const std::string& path, const SourceNames& names);

}  // namespace safelead::exchange
