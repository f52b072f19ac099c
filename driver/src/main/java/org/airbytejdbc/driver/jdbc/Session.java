package org.airbytejdbc.driver.jdbc;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.calcite.RoutedStatement.Setting;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.settings.SessionSetting;
import org.airbytejdbc.driver.settings.SessionSettings;
import org.airbytejdbc.driver.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/** What holds for a connection's statements from now on. Thread-safe. */
final class Session {
  /** Where names without a schema are looked up: the connection's own, which JDBC sets too. */
  interface CurrentSchema {
    String get();

    void set(String schema);
  }

  private final ConnectionContext initial;
  private final CurrentSchema schema;
  private volatile ConnectionContext context;
  private volatile Duration queryTimeout;

  Session(ConnectionContext context, CurrentSchema schema) {
    this(context, context, Duration.ZERO, schema);
  }

  private Session(
      ConnectionContext initial,
      ConnectionContext context,
      Duration queryTimeout,
      CurrentSchema schema) {
    this.initial = requireNonNull(initial, "initial");
    this.context = context;
    this.queryTimeout = queryTimeout;
    this.schema = requireNonNull(schema, "schema");
  }

  /** All that a statement needs that begins now. */
  ConnectionContext context() {
    return context;
  }

  /** For statements that have none of their own; zero means for ever. */
  Duration queryTimeout() {
    return queryTimeout;
  }

  /** The same, with other settings for one statement. */
  Session with(Map<String, String> hints) {
    SessionSettings settings = settings().with(hints);
    return new Session(initial, context.with(settings), settings.queryTimeout(), schema);
  }

  /** Sets or resets a setting; fails with a {@link SettingsException}. */
  synchronized void change(Setting setting) {
    if (setting.action() == Setting.Action.SET) {
      set(setting.name(), setting.value());
    } else if (setting.name().isEmpty()) {
      apply(initialSettings());
      schema.set(initial.schema());
    } else if (setting.name().equalsIgnoreCase(SessionSetting.SCHEMA)) {
      schema.set(initial.schema());
    } else {
      apply(SessionSetting.named(setting.name()).reset(settings(), initialSettings()));
    }
  }

  private void set(String name, String value) {
    if (name.equalsIgnoreCase(SessionSetting.SCHEMA)) {
      schema.set(value);
    } else {
      apply(settings().with(Map.of(name, value)));
    }
  }

  /** A table of one setting in one column of its name, or of all with what they are. */
  MemoryTable shown(String name) {
    if (name.isEmpty()) {
      return all();
    }
    boolean isSchema = name.equalsIgnoreCase(SessionSetting.SCHEMA);
    String key = isSchema ? SessionSetting.SCHEMA : SessionSetting.named(name).key();
    String text = isSchema ? schema.get() : SessionSetting.named(name).text(settings());
    return new MemoryTable(
        List.of(new MemoryTable.Column(key, "VARCHAR")),
        List.<List<@Nullable Object>>of(List.of(text)));
  }

  private MemoryTable all() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    SessionSettings settings = settings();
    for (SessionSetting setting : SessionSetting.values()) {
      rows.add(List.of(setting.key(), setting.text(settings), setting.description()));
    }
    rows.add(
        List.of(
            SessionSetting.SCHEMA, schema.get(), "Where names without a schema are looked up."));
    return new MemoryTable(
        MemoryTable.columns("name VARCHAR", "setting VARCHAR", "description VARCHAR"), rows);
  }

  private SessionSettings settings() {
    return context.settings(queryTimeout);
  }

  private SessionSettings initialSettings() {
    return initial.settings(Duration.ZERO);
  }

  private void apply(SessionSettings settings) {
    context = context.with(settings);
    queryTimeout = settings.queryTimeout();
  }
}
