package org.nuancan.db;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.jdbc.ConnectionImpl;
import com.mysql.cj.jdbc.MysqlDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// Opens connections to the server that accepts writes, of several servers that a JDBC URL names.
/// In a replication group this is the primary, which can change (decision 0260).
///
/// The driver's own failover opens connections to the first server that answers, even if this
/// server is read-only, and moves an open connection to another server unseen by the pool. So here
/// each connection belongs to one server.
final class WritableSource extends DelegatingDataSource {

    private static final Set<ConnectionUrl.Type> SEVERAL =
            Set.of(
                    ConnectionUrl.Type.FAILOVER_CONNECTION,
                    ConnectionUrl.Type.FAILOVER_DNS_SRV_CONNECTION);

    /// MySQL turns this variable on together with `super_read_only`; MariaDB has only this one.
    private static final String IS_READ_ONLY = "select @@global.read_only as is_read_only";

    private final String url;
    private final Properties properties;
    private final Duration limit;
    private final KnownServer known;

    /// @param properties of the driver, with `user` and `password`
    /// @param limit time limit for the query whether a server accepts writes
    WritableSource(String url, Properties properties, Duration limit, KnownServer known) {
        // The base class only stores a log and a login time-out, which connections do not use.
        super(new MysqlDataSource());
        this.url = url;
        this.properties = properties;
        this.limit = limit;
        this.known = known;
    }

    /// Whether a URL names several servers, by a list or by a DNS service record (`mysql+srv`).
    static boolean isNeededFor(String url) {
        return ConnectionUrl.acceptsUrl(url)
                && SEVERAL.contains(
                        ConnectionUrl.getConnectionUrlInstance(url, new Properties()).getType());
    }

    /// Opens a connection.
    ///
    /// @param differing driver properties that replace those of this source
    Connection connect(Properties differing) throws SQLException {
        var all = new Properties();
        all.putAll(properties);
        all.putAll(differing);
        var refusals = new ArrayList<SQLException>();
        for (var server : serversKnownFirst(all)) {
            try {
                return open(server);
            } catch (SQLException exception) {
                refusals.add(exception);
            }
        }
        throw noneAcceptsWrites(refusals);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(new Properties());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        var account = new Properties();
        account.setProperty("user", user);
        account.setProperty("password", password);
        return connect(account);
    }

    // The driver reads a DNS service record anew each time.
    private List<HostInfo> serversKnownFirst(Properties all) {
        return ConnectionUrl.getConnectionUrlInstance(url, all).getHostsList().stream()
                .sorted(Comparator.comparing(server -> !isKnown(server)))
                .toList();
    }

    private boolean isKnown(HostInfo server) {
        return known.address().filter(server.getHostPortPair()::equals).isPresent();
    }

    private Connection open(HostInfo server) throws SQLException {
        var connection = ConnectionImpl.getInstance(server);
        try {
            requireWrites(connection);
        } catch (SQLException exception) {
            connection.abort(Runnable::run);
            throw exception;
        }
        known.set(server.getHostPortPair());
        return connection;
    }

    private void requireWrites(Connection connection) throws SQLException {
        var before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()));
        if (Sql.on(connection, IS_READ_ONLY).one(row -> row.flag("is_read_only"))) {
            throw new SQLException(
                    "the server is read-only", "HY000", Unavailability.READ_ONLY_SERVER);
        }
        connection.setNetworkTimeout(Runnable::run, before);
    }

    // The failure of a read-only server is the better cause, since that server answered.
    private static SQLException noneAcceptsWrites(List<SQLException> refusals) {
        var cause =
                refusals.stream()
                        .filter(Unavailability::isWithoutWrites)
                        .findFirst()
                        .orElseGet(refusals::getLast);
        var none =
                new SQLTransientConnectionException(
                        "none of %d servers accepts writes".formatted(refusals.size()),
                        "08001",
                        cause.getErrorCode(),
                        cause);
        refusals.stream().filter(refusal -> !refusal.equals(cause)).forEach(none::addSuppressed);
        return none;
    }
}
