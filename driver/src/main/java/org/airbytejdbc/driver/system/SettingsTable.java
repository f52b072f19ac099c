package org.airbytejdbc.driver.system;

import java.util.Arrays;
import java.util.List;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.airbytejdbc.driver.settings.EffectiveSetting;
import org.jspecify.annotations.Nullable;

/** The settings that hold, however they were given; never a config. */
final class SettingsTable implements ToldTable {
  @Override
  public String name() {
    return "settings";
  }

  @Override
  public String description() {
    return "A setting of this connection, or of one of its sources";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR",
        "name VARCHAR",
        "value VARCHAR",
        "default_value VARCHAR",
        "description VARCHAR");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    return context.surroundings().settings(context.policy()).stream()
        .map(SettingsTable::row)
        .toList();
  }

  private static List<@Nullable Object> row(EffectiveSetting setting) {
    return Arrays.asList(
        setting.source().orElse(null),
        setting.property().key(),
        setting.value().orElse(null),
        setting.property().defaultText().orElse(null),
        setting.property().description());
  }
}
