#include "exchange/dmn_xml.h"

#include "exchange/dmn_diagram.h"
#include "exchange/xml_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::exchange::dmn {

namespace {

struct Names {
    std::string_view model;
    std::string_view feel;
    std::string_view diagram;  ///< Empty: the form has none.
};

Names names_of(DmnForm form)
{
    switch (form) {
        case DmnForm::v1_5:
            return {"https://www.omg.org/spec/DMN/20230324/MODEL/",
                    "https://www.omg.org/spec/DMN/20230324/FEEL/",
                    "https://www.omg.org/spec/DMN/20230324/DMNDI/"};
        case DmnForm::v1_3:
            return {"https://www.omg.org/spec/DMN/20191111/MODEL/",
                    "https://www.omg.org/spec/DMN/20191111/FEEL/",
                    "https://www.omg.org/spec/DMN/20191111/DMNDI/"};
        case DmnForm::v1_1_s_feel:
            break;
    }
    return {"http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/FEEL/20140401", {}};
}

std::string joined(const std::vector<std::string>& values)
{
    return fmt::format("{}", fmt::join(values, ", "));
}

/// The shorter way to name the values: those, or all but the others.
std::string cell_text(const Column& column, std::uint32_t values)
{
    if (values == column.all()) return "-";
    std::vector<std::string> in;
    std::vector<std::string> out;
    for (std::size_t i = 0; i < column.values.size(); ++i)
        (((values >> i) & 1U) != 0 ? in : out).push_back(column.values[i]);
    return in.size() <= out.size() ? joined(in) : "not(" + joined(out) + ")";
}

class Writer {
public:
    Writer(const Model& model, DmnForm form) : model_{model}, form_{form}, names_{names_of(form)} {}

    std::string take()
    {
        xml_.open("definitions", {{"xmlns", names_.model},
                                  {"xmlns:feel", names_.feel},
                                  {"id", id("definitions", model_.id)},
                                  {"name", model_.title},
                                  {"namespace", "urn:safelead:guidance:" + model_.id},
                                  {"exporter", "Safelead"}});
        xml_.text("description", model_.description);
        if (is_1_1()) {
            for (const Input& input : model_.inputs) write_input(input);
        } else {
            for (const Input& input : model_.inputs) write_type(input);
            for (const Input& input : model_.inputs) write_input(input);
        }
        for (const Decision& decision : model_.decisions) write_decision(decision);
        if (!names_.diagram.empty()) write_diagram();
        xml_.close();
        return std::move(xml_).take();
    }

private:
    [[nodiscard]] bool is_1_1() const { return form_ == DmnForm::v1_1_s_feel; }

    /// Ids are names in XML: letters, digits, "-", "_" and "."; and two of different kinds never meet.
    static std::string id(std::string_view kind, std::string_view name)
    {
        std::string made = fmt::format("{}_{}", kind, name);
        const auto stands = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                   c == '_' || c == '.';
        };
        std::ranges::replace_if(made, [&](char c) { return !stands(c); }, '_');
        return made;
    }

    /// A decision is found by its name; `decision_` would only be in the way.
    static std::string id_of(std::string_view name) { return std::string{name}; }

    /// DMN 1.1 writes a type as a qualified name, later forms as a plain one.
    [[nodiscard]] std::string type(std::string_view name) const
    {
        return is_1_1() ? "feel:" + std::string{name} : std::string{name};
    }

    void write_type(const Input& input)
    {
        if (input.type == "people") return write_people_type();
        if (input.values.empty()) return;
        xml_.open("itemDefinition", {{"id", id("type", input.name)}, {"name", "t_" + input.name}});
        xml_.text("typeRef", input.type);
        write_values("allowedValues", input.values);
        xml_.close();
    }

    void write_people_type()
    {
        xml_.open("itemDefinition", {{"id", "type_person"}, {"name", "t_person"}});
        const auto component = [this](std::string_view name, std::string_view type_name,
                                      std::vector<std::string> values) {
            xml_.open("itemComponent", {{"id", id("type_person", name)}, {"name", name}});
            xml_.text("typeRef", type_name);
            if (!values.empty()) write_values("allowedValues", values);
            xml_.close();
        };
        component("ref", "string", {});
        xml_.open("itemComponent",
                  {{"id", "type_person_roles"}, {"name", "roles"}, {"isCollection", "true"}});
        xml_.text("typeRef", "string");
        write_values("allowedValues", texts(guidance::all_roles));
        xml_.close();
        for (const std::string_view age : {"age", "age_at_event"}) {
            component(age, "number", {});
            component(std::string{age} + "_given", "boolean", {});
        }
        component("age_basis", "string", texts(guidance::all_age_bases));
        component("setting", "string", texts(guidance::all_settings));
        xml_.close();

        xml_.open("itemDefinition", {{"id", "type_people"}, {"name", "t_people"}, {"isCollection", "true"}});
        xml_.text("typeRef", "t_person");
        xml_.close();
    }

    template <class Value>
    static std::vector<std::string> texts(std::initializer_list<Value> values)
    {
        std::vector<std::string> all;
        for (const Value value : values) all.push_back(fmt::format("\"{}\"", to_text(value)));
        return all;
    }

    void write_values(std::string_view element, const std::vector<std::string>& values)
    {
        xml_.open(element, {});
        xml_.text("text", joined(values));
        xml_.close();
    }

    void write_input(const Input& input)
    {
        xml_.open("inputData", {{"id", id_of(input.name)}, {"name", input.name}});
        if (!input.label.empty()) xml_.text("description", input.label);
        const bool own_type = !is_1_1() && (input.type == "people" || !input.values.empty());
        xml_.empty("variable", {{"id", id("variable", input.name)},
                                {"name", input.name},
                                {"typeRef", own_type ? "t_" + input.name : type(input.type)}});
        xml_.close();
    }

    void write_decision(const Decision& decision)
    {
        xml_.open("decision", {{"id", id_of(decision.name)}, {"name", decision.name}});
        xml_.text("description", decision.label);
        xml_.empty(
            "variable",
            {{"id", id("variable", decision.name)}, {"name", decision.name}, {"typeRef", result(decision)}});
        for (const std::string& need : needs_of(model_, decision)) {
            xml_.open("informationRequirement", {{"id", id("needs_" + decision.name, need)}});
            xml_.empty(is_input(model_, need) ? "requiredInput" : "requiredDecision",
                       {{"href", "#" + id_of(need)}});
            xml_.close();
        }
        if (decision.expression.empty()) {
            write_table(decision);
        } else {
            xml_.open("literalExpression", {{"id", id("expression", decision.name)}, {"typeRef", "boolean"}});
            xml_.text("text", decision.expression);
            xml_.close();
        }
        xml_.close();
    }

    [[nodiscard]] std::string result(const Decision& decision) const
    {
        // A list of words has no type of its own in DMN but that which somebody defines.
        return !is_1_1() && decision.hit == HitPolicy::collect ? "Any" : type(decision.type);
    }

    void write_table(const Decision& decision)
    {
        const auto columns = columns_of(model_, decision);
        xml_.open("decisionTable", {{"id", id("table", decision.name)},
                                    {"hitPolicy", decision.hit == HitPolicy::first ? "FIRST" : "COLLECT"}});
        for (const std::size_t at : columns) write_column(decision, model_.columns[at], at);
        std::vector<Attribute> output{{"id", id("output", decision.name)}};
        // With one output a name is for more than one; the engine that runs the 1.1 form asks for it.
        if (is_1_1()) output.push_back({"name", decision.name});
        output.push_back({"typeRef", type(decision.type)});
        xml_.open("output", output);
        write_values("outputValues", decision.output_values);
        xml_.close();
        if (!is_1_1()) {
            for (const std::string_view name : {"rule", "kind", "source", "when"})
                xml_.empty("annotation", {{"name", name}});
        }
        for (std::size_t i = 0; i < decision.lines.size(); ++i)
            write_line(decision, columns, decision.lines[i], i);
        xml_.close();
    }

    void write_column(const Decision& decision, const Column& column, std::size_t at)
    {
        xml_.open("input",
                  {{"id", id("input_" + decision.name, std::to_string(at))}, {"label", column.label}});
        xml_.open("inputExpression",
                  {{"id", id("look_" + decision.name, std::to_string(at))}, {"typeRef", type(column.type)}});
        xml_.text("text", column.expression);
        xml_.close();
        write_values("inputValues", column.values);
        xml_.close();
    }

    void write_line(const Decision& decision, const std::vector<std::size_t>& columns, const Line& line,
                    std::size_t number)
    {
        const std::string at = fmt::format("{}_{}", decision.name, number + 1);
        xml_.open("rule", {{"id", id("line", at)}});
        if (!line.note.rule.empty())
            xml_.text("description",
                      fmt::format("{} ({}): {}", line.note.rule, line.note.kind, line.note.source));
        for (const std::size_t column : columns) {
            const auto cell = line.cells.find(column);
            const Column& of = model_.columns[column];
            xml_.open("inputEntry", {{"id", id("cell_" + at, std::to_string(column))}});
            xml_.text("text", cell_text(of, cell == line.cells.end() ? of.all() : cell->second));
            xml_.close();
        }
        xml_.open("outputEntry", {{"id", id("gives", at)}});
        xml_.text("text", line.gives);
        xml_.close();
        if (!is_1_1()) {
            for (const std::string* note :
                 {&line.note.rule, &line.note.kind, &line.note.source, &line.note.when}) {
                xml_.open("annotationEntry", {});
                xml_.text("text", *note);
                xml_.close();
            }
        }
        xml_.close();
    }

    void write_diagram()
    {
        xml_.open("dmndi:DMNDI", {{"xmlns:dmndi", names_.diagram},
                                  {"xmlns:dc", "http://www.omg.org/spec/DMN/20180521/DC/"},
                                  {"xmlns:di", "http://www.omg.org/spec/DMN/20180521/DI/"}});
        xml_.open("dmndi:DMNDiagram", {{"id", "diagram"}});
        const auto boxes = lay_out(model_);
        for (const Box& box : boxes) {
            xml_.open("dmndi:DMNShape", {{"id", id("shape", box.name)}, {"dmnElementRef", id_of(box.name)}});
            xml_.empty("dc:Bounds", {{"x", std::to_string(box.x)},
                                     {"y", std::to_string(box.y)},
                                     {"width", std::to_string(box_width)},
                                     {"height", std::to_string(box_height)}});
            xml_.close();
        }
        const auto box_of = [&boxes](const std::string& name) {
            return *std::ranges::find(boxes, name, &Box::name);
        };
        for (const Decision& decision : model_.decisions) {
            for (const std::string& need : needs_of(model_, decision))
                write_edge(decision.name, need, box_of(need), box_of(decision.name));
        }
        xml_.close();
        xml_.close();
    }

    void write_edge(const std::string& of, const std::string& need, const Box& from, const Box& to)
    {
        xml_.open("dmndi:DMNEdge",
                  {{"id", id("edge_" + of, need)}, {"dmnElementRef", id("needs_" + of, need)}});
        xml_.empty("di:waypoint",
                   {{"x", std::to_string(from.x + box_width / 2)}, {"y", std::to_string(from.y)}});
        xml_.empty("di:waypoint",
                   {{"x", std::to_string(to.x + box_width / 2)}, {"y", std::to_string(to.y + box_height)}});
        xml_.close();
    }

    const Model& model_;
    DmnForm form_;
    Names names_;
    XmlWriter xml_;
};

}  // namespace

std::string to_xml(const Model& model, DmnForm form)
{
    return Writer{model, form}.take();
}

}  // namespace safelead::exchange::dmn
