package org.nuancan.bank;

import java.util.List;
import java.util.Optional;
import org.nuancan.bank.advice.Names;

/// An element of an XML file with its content.
///
/// @param text of the element itself, without blanks at the ends
/// @param currency its attribute `Ccy`; empty if it has none
/// @param line line where it begins
record Element(String name, String text, String currency, int line, List<Element> children) {

    Element {
        children = List.copyOf(children);
    }

    /// All children with a name.
    List<Element> all(String child) {
        return children.stream().filter(element -> element.name().equals(child)).toList();
    }

    /// The first element at a path below this one.
    Optional<Element> at(String... path) {
        var found = Optional.of(this);
        for (var step : path) {
            found = found.flatMap(element -> element.all(step).stream().findFirst());
        }
        return found;
    }

    /// The text at a path; empty if there is none.
    String textAt(String... path) {
        return at(path).map(Element::text).orElse("");
    }

    /// The references in children with these names; missing children are left out.
    Names names(String... children) {
        var names = Names.none();
        for (var child : children) {
            names = names.and(Names.of(child, textAt(child)));
        }
        return names;
    }
}
