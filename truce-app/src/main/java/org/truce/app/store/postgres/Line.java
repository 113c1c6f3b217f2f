package org.truce.app.store.postgres;

import org.truce.app.store.StoreException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The line to a database: made, and made again after it broke. */
final class Line {
    private static final int CONNECT_SECONDS = 10;
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Properties properties = new Properties();
    private final Address address;

    Line(Address address, Map<String, String> environment) {
        this.address = address;
        properties.putAll(address.settings());
        properties.setProperty("user", address.user());
        PasswordFile.find(address, environment)
                .ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "truce");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("reWriteBatchedInserts", "true");
        // The details of a server's error repeat rows, with what is protected in them.
        properties.setProperty("logServerErrorDetail", "false");
    }

    Address address() {
        return address;
    }

    /**
     * A new connection, on which what is acknowledged is durable. Throws {@link StoreException}
     * with what to do when there is none to be had.
     */
    Connection connect() {
        try {
            Connection connection = DriverManager.getConnection(address.forDriver(), properties);
            try {
                prepare(connection);
                return connection;
            } catch (SQLException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException refused) {
            throw new StoreException(saidConnecting(refused), refused);
        }
    }

    /** As {@link #said}, before anything was to be written. */
    private String saidConnecting(SQLException refused) {
        if (!"08006".equals(refused.getSQLState())) {
            return said(refused);
        }
        return ("no line to the server of %s came about: where sslmode is verify-full, its"
                        + " certificate must be for that host, and the file that sslrootcert names"
                        + " (~/.postgresql/root.crt when it names none) must hold the certificate"
                        + " of its authority, or its own where it made it itself; else see the"
                        + " server's log")
                .formatted(address);
    }

    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on");
            // Nobody waits for ever behind another node that hangs.
            statement.execute("SET lock_timeout = '" + LONGEST_WAIT_SECONDS + "s'");
            statement.execute("SET search_path = pg_catalog");
            statement.execute("SET bytea_output = hex");
            for (String setting : new String[] {"fsync", "synchronous_commit"}) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    if (!row.next() || !row.getString(1).equals("on")) {
                        throw new StoreException(
                                ("the server of %s runs with %s off and could lose what it has"
                                                + " acknowledged: set %s = on in its"
                                                + " postgresql.conf and restart it")
                                        .formatted(address, setting, setting));
                    }
                }
            }
        }
        connection.setAutoCommit(false);
    }

    /** What a person can do about a refusal; it repeats no secret and no row. */
    String said(SQLException refused) {
        String state = Objects.requireNonNullElse(refused.getSQLState(), "");
        String text = switch (state) {
            case "08006" ->
                "the line to the server of %s broke: whether what was being"
                        + " written is recorded is not known. Do the same again when the server"
                        + " runs: nothing is entered twice";
            case "08001" ->
                "the server of %s cannot be reached: see that"
                        + " host and port are right, that it runs, and that no firewall stands"
                        + " between";
            case "08004" ->
                "the server of %s does not take the connection: where it asks"
                        + " for a password set PGPASSWORD, or PGPASSFILE to a file that only"
                        + " you can read; where it wants TLS or has none, set sslmode in the"
                        + " address";
            case "28P01", "28000" ->
                "the server of %s does not let this user in: see the"
                        + " user's name and the password in PGPASSWORD or in the file that"
                        + " PGPASSFILE names, and what the server's pg_hba.conf asks for";
            case "3D000" ->
                "there is no database of this name at %s: make it with"
                        + " 'createdb', or correct the address";
            case "42501" ->
                "this user has not the rights that are needed in %s: ask its"
                        + " administrator for those of a writer or a reader, see"
                        + " docs/reference/postgresql.md";
            case "53300" ->
                "the server of %s has no connection left: close some, or raise"
                        + " its max_connections";
            case "53100" ->
                "the disk of the server of %s is full: make room, then do it" + " again";
            case "55P03" ->
                "another node has been writing to %s for a minute: do it again"
                        + " later, or see in pg_stat_activity what it waits for";
            case "57P03" ->
                "the server of %s is starting or stopping: do it again in a" + " moment";
            case "25006" -> "%s is a copy that can only be read: write to its primary";
            default ->
                "%s does not answer as it should (SQLSTATE " + state + "): see the server's log";
        };
        return text.formatted(address);
    }

    static boolean isBroken(SQLException refused) {
        String state = Objects.requireNonNullElse(refused.getSQLState(), "");
        return state.startsWith("08") || state.startsWith("57P");
    }
}
