package org.nuancan.house;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tables that the sources of each capability name, in SQL and in mapped records, and the
/// tables that its package-info declares. A capability is a package with its subpackages; the first
/// package declares the tables of all.
///
/// @param named tables by capability
/// @param declared the declaration of the package-info, by capability
record SqlOfPackages(Map<String, Set<String>> named, Map<String, Declared> declared) {

    /// The tables that a package-info declares.
    ///
    /// @param writes tables that only this capability may write
    /// @param reads tables of other capabilities that its SQL reads
    record Declared(Set<String> writes, Set<String> reads) {}

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(select|insert|update|delete|from|join)\\b");
    private static final Pattern NAMED_ALONE =
            Pattern.compile("(?:@MappedEntity|Batch\\s*\\.into)\\(\\s*\"([a-z_]+)\"");
    private static final Pattern AFTER_TABLE_WORD =
            Pattern.compile(
                    "\\b(?:from|join|into|update|table)\\s+([a-z_]+)\\b"
                            + "|,\\s*([a-z_]+)\\s+(?:as\\s+)?[a-z]{1,2}\\b");
    private static final Pattern BULLET =
            Pattern.compile("(?ms)^/// - (Writes .*?)(?=^/// - |^@|\\z)");
    private static final Pattern QUOTED = Pattern.compile("`([a-z_]+)(?:\\.[a-z_]+)?`");

    /// Reads the production sources of modules.
    ///
    /// @param tables all existing tables
    static SqlOfPackages read(Path root, Set<String> modules, Set<String> tables) {
        var named = new TreeMap<String, Set<String>>();
        var declared = new TreeMap<String, Declared>();
        for (var module : modules) {
            var sources = root.resolve(module).resolve("src/main/java/org/nuancan");
            for (var file : files(sources)) {
                var folder = sources.relativize(Objects.requireNonNull(file.getParent()));
                var pack = folder.getName(0).toString();
                var text = text(file);
                if (file.endsWith("package-info.java")) {
                    if (folder.getNameCount() == 1) {
                        declared.put(pack, declared(text, tables));
                    }
                } else {
                    var found = named(text);
                    found.retainAll(tables);
                    named.computeIfAbsent(pack, _ -> new TreeSet<>()).addAll(found);
                }
            }
        }
        return new SqlOfPackages(named, declared);
    }

    /// The names at the places of tables in SQL, in a mapped record or in a batch of rows.
    static Set<String> named(String source) {
        var names = new TreeSet<String>();
        var code = COMMENT.matcher(source).replaceAll("");
        NAMED_ALONE.matcher(code).results().map(found -> found.group(1)).forEach(names::add);
        var literals = LITERAL.matcher(code);
        while (literals.find()) {
            var text = literals.group(1) == null ? literals.group(2) : literals.group(1);
            if (STATEMENT.matcher(text).find()) {
                var places = AFTER_TABLE_WORD.matcher(text);
                while (places.find()) {
                    names.add(places.group(1) == null ? places.group(2) : places.group(1));
                }
            }
        }
        return names;
    }

    /// The bullet "Writes …; reads …" of a package-info.
    static Declared declared(String packageInfo, Set<String> tables) {
        var bullet = BULLET.matcher(packageInfo).results().map(found -> found.group(1)).findFirst();
        var text = bullet.orElse("").replaceAll("\\s*\\n///\\s*", " ");
        var parts = text.split("\\breads\\b", 2);
        var writes = quoted(parts[0].replaceFirst("[;.(].*", ""), tables);
        var reads = parts.length == 1 ? new TreeSet<String>() : quoted(parts[1], tables);
        return new Declared(writes, reads);
    }

    private static TreeSet<String> quoted(String text, Set<String> tables) {
        var names = new TreeSet<String>();
        QUOTED.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
        names.retainAll(tables);
        return names;
    }

    /// The package that writes a table, by its package-info.
    String writersOf(String table) {
        return declared.entrySet().stream()
                .filter(entry -> entry.getValue().writes().contains(table))
                .map(Map.Entry::getKey)
                .collect(joining(", "));
    }

    private static Iterable<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
