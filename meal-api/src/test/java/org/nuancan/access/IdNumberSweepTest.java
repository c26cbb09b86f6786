package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.RequestTexts;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Verbatim;
import org.nuancan.text.IdNumberDigits;

/// Posts an ID number into every text of every request's body, one at a time, at every depth, and
/// puts it into every variable of every path.
class IdNumberSweepTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Valid by GB 11643, of no person, and in no other test.
    private static final String ID_NUMBER = "110105195302170028";

    /// @param json the ID number where the text is, nothing else
    /// @param isFree whether it is a text that holds no ID number
    private record Probe(String pointer, JsonNode json, boolean isFree) {}

    @Test
    void an_id_number_in_a_free_text_is_400_at_every_door_and_leaves_no_trace() throws Exception {
        assertThat(IdNumberDigits.are(ID_NUMBER)).isTrue();
        var premises = Premises.in(SERVER, "110105012");
        var probed = 0;
        var wrong = new ArrayList<String>();
        for (var route :
                SERVER.bean(Router.class).uriRoutes().filter(RequestTexts::isOurs).toList()) {
            var bodies = RequestTexts.bodies(route).toList();
            if (bodies.isEmpty()) {
                continue;
            }
            var client = client(route, premises).withNewKey();
            var path = pathOf(route);
            for (var probe : probes(bodies.getFirst().asType())) {
                var what = route.getHttpMethod() + " " + path + " " + probe.json();
                var answer =
                        client.send(
                                route.getHttpMethodName(),
                                path,
                                "application/json",
                                probe.json().toString());
                if (!isRight(probe, answer)) {
                    wrong.add(what + " " + answer.status() + " " + answer.body());
                }
                probed++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(probed).isGreaterThan(100);
        assertThat(SERVER.bean(Transactions.class).inOne(IdNumberSweepTest::traces)).isEmpty();
    }

    @Test
    void an_id_number_in_a_path_is_400_at_every_door_whatever_belongs_there() {
        var premises = Premises.in(SERVER, "110105012");
        var probed = 0;
        var wrong = new ArrayList<String>();
        for (var route :
                SERVER.bean(Router.class).uriRoutes().filter(RequestTexts::isOurs).toList()) {
            var template = route.getUriMatchTemplate().toPathString();
            var client = client(route, premises).withNewKey();
            for (var variable : VARIABLE.matcher(template).results().toList()) {
                var path = filled(template.replace(variable.group(), ID_NUMBER));
                var answer = client.send(route.getHttpMethodName(), path, bodyType(template), "{}");
                if (answer.status() != 400 || answer.body().contains(ID_NUMBER)) {
                    wrong.add(route.getHttpMethod() + " " + template + " " + answer);
                }
                probed++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(probed).isGreaterThan(100);
    }

    private static String bodyType(String path) {
        return path.endsWith("/photos") ? "image/jpeg" : "application/json";
    }

    private static boolean isRight(Probe probe, Reply answer) {
        if (answer.body().contains(ID_NUMBER)) {
            return false;
        }
        return probe.isFree()
                ? answer.status() == 400
                        && answer.at("/errors/0/code").asText().equals("ID_NUMBER")
                        && answer.at("/errors/0/pointer").asText().equals(probe.pointer())
                : answer.status() < 500;
    }

    private static Client client(UriRouteInfo<?, ?> route, Premises premises) {
        var role = route.getTargetMethod().stringValues(Secured.class)[0];
        return switch (role) {
            case Role.POS_TERMINAL -> SERVER.terminal(premises.siteId());
            case Role.KITCHEN_STAFF -> SERVER.as(role, ScopeWords.site(premises.siteId()));
            case Role.PROVIDER_MANAGER, Role.DISPATCHER, Role.RIDER ->
                    SERVER.as(role, ScopeWords.provider(premises.providerId()));
            case Role.STREET_OFFICER, Role.ORDER_DESK ->
                    SERVER.as(role, ScopeWords.street("110105012"));
            case Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE ->
                    SERVER.as(role, ScopeWords.district("110105"));
            case Role.CITY_ADMIN, Role.AUDITOR -> SERVER.as(role);
            default -> SERVER.anonymous();
        };
    }

    private static String pathOf(UriRouteInfo<?, ?> route) {
        return filled(route.getUriMatchTemplate().toPathString());
    }

    private static String filled(String path) {
        return path.replace("{date}", "2026-11-18")
                .replace("{slot}", "LUNCH")
                .replaceAll("\\{[^}]*}", "1");
    }

    private static List<Probe> probes(Type type) {
        var probes = new ArrayList<Probe>();
        if (type instanceof ParameterizedType list) {
            probes(list.getActualTypeArguments()[0]).forEach(inner -> probes.add(inList(inner)));
        } else if (type instanceof Class<?> tree && JsonNode.class.isAssignableFrom(tree)) {
            var deep =
                    new Probe(
                            "/a/0/b",
                            object("a", array(object("b", JSON.textNode(ID_NUMBER)))),
                            true);
            probes.add(deep);
        } else if (type instanceof Class<?> record && record.isRecord() && record != Id.class) {
            Stream.of(record.getRecordComponents())
                    .forEach(component -> probes.addAll(probes(record, component)));
        }
        return probes;
    }

    private static List<Probe> probes(Class<?> owner, RecordComponent component) {
        var name = component.getName();
        var type = component.getGenericType();
        var isVerbatim =
                new RequestTexts.Component(owner, component, false).isMarked(Verbatim.class);
        var isListOfTexts =
                type instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0].equals(String.class);
        var text = new Probe("", JSON.textNode(ID_NUMBER), !isVerbatim);
        var inner =
                type.equals(String.class)
                        ? List.of(text)
                        : isListOfTexts ? List.of(inList(text)) : probes(type);
        return inner.stream()
                .map(probe ->
                        new Probe(
                                "/" + name + probe.pointer(),
                                object(name, probe.json()),
                                probe.isFree() && !name.equals("receipts")))
                .toList();
    }

    private static Probe inList(Probe inner) {
        return new Probe("/0" + inner.pointer(), array(inner.json()), inner.isFree());
    }

    private static ObjectNode object(String name, JsonNode value) {
        return JSON.objectNode().set(name, value);
    }

    private static ArrayNode array(JsonNode item) {
        return JSON.arrayNode().add(item);
    }

    /// The columns of texts in which the ID number is.
    private static List<String> traces(Connection connection) throws SQLException {
        var traces = new ArrayList<String>();
        for (var column : textColumns(connection)) {
            var found =
                    Sql.on(
                                    connection,
                                    "select 1 from `%s` where `%s` like '%%%s%%' limit 1"
                                            .formatted(
                                                    column.getKey(), column.getValue(), ID_NUMBER))
                            .exists();
            if (found) {
                traces.add(column.toString());
            }
        }
        return traces;
    }

    private static List<Map.Entry<String, String>> textColumns(Connection connection)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select c.table_name as in_table, c.column_name as in_column
                          from information_schema.columns c
                          join information_schema.tables t
                            on t.table_schema = c.table_schema and t.table_name = c.table_name
                         where c.table_schema = database()
                           and t.table_type = 'BASE TABLE'
                           and c.character_set_name is not null
                        """)
                .list(row -> Map.entry(row.text("in_table"), row.text("in_column")));
    }
}
