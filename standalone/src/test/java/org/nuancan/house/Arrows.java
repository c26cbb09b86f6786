package org.nuancan.house;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The only table of permitted dependencies between capabilities. A capability is a package with
/// its subpackages. A package outside the table and a dependency outside the table are forbidden.
/// Within a capability every dependency is permitted that makes no circle.
final class Arrows {

    private static final String ROOT = "org.nuancan.";

    /// Packages that every package of settlement and of meal-api may use.
    private static final Set<String> OPEN_TO_ALL = Set.of("text");

    /// Each capability with the capabilities that it may use, by module.
    static final Map<String, Set<String>> ALLOWED =
            Map.ofEntries(
                    // db
                    Map.entry("db", Set.of()),
                    Map.entry("engine", Set.of()),
                    // settlement
                    Map.entry("text", Set.of()),
                    Map.entry("seal", Set.of("db")),
                    Map.entry("money", Set.of()),
                    Map.entry("day", Set.of()),
                    Map.entry("audit", Set.of("day", "retention", "db")),
                    Map.entry("policy", Set.of("money", "day", "audit", "db")),
                    Map.entry("ledger", Set.of("money", "day", "policy", "retention", "db")),
                    Map.entry("place", Set.of("db")),
                    Map.entry(
                            "close",
                            Set.of("money", "day", "policy", "ledger", "place", "retention", "db")),
                    Map.entry(
                            "review",
                            Set.of(
                                    "money", "day", "policy", "ledger", "place", "close", "audit",
                                    "db")),
                    Map.entry(
                            "check",
                            Set.of("money", "day", "policy", "audit", "close", "review", "db")),
                    Map.entry(
                            "receipt",
                            Set.of("money", "day", "ledger", "close", "review", "audit", "db")),
                    Map.entry("bank", Set.of("money")),
                    Map.entry(
                            "payment",
                            Set.of(
                                    "seal", "money", "day", "ledger", "close", "review", "receipt",
                                    "bank", "audit", "db")),
                    Map.entry("fund", Set.of("money", "close", "receipt", "audit", "db")),
                    Map.entry("retention", Set.of("day", "db")),
                    Map.entry("statistics", Set.of("money", "ledger", "policy", "db")),
                    Map.entry(
                            "reconcile",
                            Set.of("money", "day", "ledger", "close", "receipt", "payment", "db")),
                    // meal-api
                    Map.entry("connection", Set.of()),
                    Map.entry("redis", Set.of()),
                    Map.entry("http", Set.of("db", "money", "day", "connection", "seal")),
                    Map.entry(
                            "operations", Set.of("access", "db", "day", "redis", "seal", "close")),
                    Map.entry(
                            "access",
                            Set.of("db", "day", "policy", "audit", "http", "redis", "seal")),
                    Map.entry("document", Set.of()),
                    Map.entry("diet", Set.of()),
                    Map.entry(
                            "provider",
                            Set.of(
                                    "seal", "db", "money", "day", "policy", "audit", "http",
                                    "access")),
                    Map.entry("auditlog", Set.of("day", "audit", "http", "access")),
                    Map.entry(
                            "elder",
                            Set.of(
                                    "seal", "db", "day", "policy", "audit", "check", "http",
                                    "access", "diet")),
                    Map.entry(
                            "live",
                            Set.of(
                                    "redis",
                                    "db",
                                    "money",
                                    "day",
                                    "policy",
                                    "http",
                                    "access",
                                    "provider",
                                    "sale",
                                    "event")),
                    Map.entry(
                            "sale",
                            Set.of(
                                    "db",
                                    "money",
                                    "day",
                                    "policy",
                                    "ledger",
                                    "review",
                                    "check",
                                    "reconcile",
                                    "document",
                                    "http",
                                    "access",
                                    "elder",
                                    "provider",
                                    "event")),
                    Map.entry(
                            "till",
                            Set.of(
                                    "seal",
                                    "db",
                                    "money",
                                    "day",
                                    "policy",
                                    "ledger",
                                    "check",
                                    "reconcile",
                                    "http",
                                    "access",
                                    "elder",
                                    "provider",
                                    "sale",
                                    "ordering")),
                    Map.entry(
                            "finance",
                            Set.of(
                                    "access",
                                    "bank",
                                    "check",
                                    "close",
                                    "day",
                                    "db",
                                    "document",
                                    "elder",
                                    "event",
                                    "fund",
                                    "http",
                                    "ledger",
                                    "money",
                                    "sale",
                                    "payment",
                                    "policy",
                                    "provider",
                                    "receipt",
                                    "reconcile",
                                    "retention",
                                    "review",
                                    "seal",
                                    "statistics")),
                    Map.entry(
                            "menu",
                            Set.of(
                                    "db",
                                    "money",
                                    "day",
                                    "policy",
                                    "audit",
                                    "http",
                                    "access",
                                    "provider",
                                    "diet")),
                    Map.entry(
                            "ordering",
                            Set.of(
                                    "seal",
                                    "db",
                                    "money",
                                    "day",
                                    "policy",
                                    "ledger",
                                    "close",
                                    "http",
                                    "access",
                                    "elder",
                                    "provider",
                                    "sale",
                                    "menu",
                                    "event")),
                    Map.entry(
                            "plan",
                            Set.of(
                                    "seal",
                                    "db",
                                    "day",
                                    "policy",
                                    "http",
                                    "access",
                                    "elder",
                                    "provider",
                                    "ordering")),
                    Map.entry("event", Set.of("db", "day", "http", "access")),
                    Map.entry(
                            "kitchen",
                            Set.of(
                                    "db",
                                    "day",
                                    "policy",
                                    "check",
                                    "http",
                                    "access",
                                    "elder",
                                    "provider",
                                    "sale",
                                    "menu",
                                    "ordering",
                                    "diet",
                                    "document")),
                    Map.entry(
                            "welfare",
                            Set.of(
                                    "seal",
                                    "db",
                                    "day",
                                    "policy",
                                    "http",
                                    "access",
                                    "elder",
                                    "sale",
                                    "ordering",
                                    "plan",
                                    "event")),
                    Map.entry(
                            "delivery",
                            Set.of(
                                    "seal",
                                    "db",
                                    "money",
                                    "day",
                                    "policy",
                                    "ledger",
                                    "review",
                                    "retention",
                                    "http",
                                    "access",
                                    "elder",
                                    "provider",
                                    "sale",
                                    "menu",
                                    "ordering",
                                    "event",
                                    "document",
                                    "kitchen",
                                    "welfare")),
                    Map.entry("webhook", Set.of("seal", "db", "day", "http", "access", "event")),
                    // kitchen-console: speaks to meal-api over HTTP only
                    Map.entry("console.api", Set.of()),
                    Map.entry("console.session", Set.of("console.api")),
                    Map.entry("console.money", Set.of()),
                    Map.entry("console.export", Set.of("console.money")),
                    Map.entry(
                            "console.page",
                            Set.of(
                                    "console.api",
                                    "console.export",
                                    "console.money",
                                    "console.session")),
                    Map.entry("console.kitchen", Set.of("console.api", "console.page")),
                    Map.entry("console.review", Set.of("console.api", "console.page")),
                    Map.entry("console.payment", Set.of("console.api", "console.page")),
                    Map.entry("console.admin", Set.of("console.api", "console.page")),
                    Map.entry("console.ordering", Set.of("console.api", "console.page")),
                    Map.entry("console.dispatch", Set.of("console.api", "console.page")),
                    Map.entry("console.chart", Set.of("console.api", "console.page")),
                    Map.entry("console.importing", Set.of("console.api", "console.page")),
                    Map.entry(
                            "console.policy",
                            Set.of("console.api", "console.money", "console.page")),
                    Map.entry("console.street", Set.of("console.api", "console.page")),
                    // standalone
                    Map.entry(
                            "standalone",
                            Set.of("db", "engine", "close", "http", "demo", "console.page")),
                    Map.entry("demo.district", Set.of("policy")),
                    Map.entry("demo.lunch", Set.of("money", "policy", "demo.district")),
                    Map.entry(
                            "demo",
                            Set.of(
                                    "db",
                                    "money",
                                    "day",
                                    "policy",
                                    "http",
                                    "access",
                                    "elder",
                                    "provider",
                                    "demo.district",
                                    "demo.lunch")));

    private Arrows() {}

    /// Dependencies that are not in the table, as `sale -> console.page (Class -> Class)`.
    static List<String> forbidden(JavaClasses classes) {
        var found = new TreeSet<String>();
        for (var origin : classes) {
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> isOurs(target) && !isAllowed(origin, target))
                    .map(target -> arrow(origin, target))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /// Packages that are not in the table.
    static Set<String> unknown(JavaClasses classes) {
        return classes.stream()
                .map(Arrows::packageOf)
                .filter(name -> !ALLOWED.containsKey(capabilityOf(name)))
                .collect(toCollection(TreeSet::new));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static boolean isAllowed(JavaClass origin, JavaClass target) {
        var from = capabilityOf(packageOf(origin));
        var to = capabilityOf(packageOf(target));
        return from.equals(to)
                || OPEN_TO_ALL.contains(to)
                || ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }

    private static String arrow(JavaClass origin, JavaClass target) {
        return "%s -> %s (%s -> %s)"
                .formatted(
                        packageOf(origin),
                        packageOf(target),
                        origin.getSimpleName(),
                        target.getSimpleName());
    }

    /// The nearest package in the table that contains a package; the package itself if none does.
    static String capabilityOf(String name) {
        var nearest = name;
        while (!ALLOWED.containsKey(nearest)) {
            var dot = nearest.lastIndexOf('.');
            if (dot < 0) {
                return name;
            }
            nearest = nearest.substring(0, dot);
        }
        return nearest;
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }
}
