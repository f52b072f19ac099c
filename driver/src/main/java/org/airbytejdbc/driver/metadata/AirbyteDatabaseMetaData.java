package org.airbytejdbc.driver.metadata;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.AirbyteResultSet;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.airbytejdbc.driver.surface.Unwrapping;
import org.jspecify.annotations.Nullable;

/** What there is to query on a connection, and how. Thread-safe. */
public final class AirbyteDatabaseMetaData
    implements NameRules, QueryRules, WritingRules, ResultSetRules, NoLimits, Unwrapping {
  private static final String NAME = "Airbyte JDBC";

  private final Connection connection;
  private final String url;
  private final String version;
  private final TimeZoneTypes zones;
  private final Supplier<List<SourceCatalog>> catalogs;
  private final Supplier<List<OwnTable>> own;
  private final MemoryRows memory;
  private final CatalogTables tables;
  private final FilledOnce functions;
  private final FilledOnce procedures;

  /**
   * @param url without secrets
   * @param version the driver's
   * @param zones how columns and types that have a time zone are told
   * @param catalogs of all sources, as last known
   * @param own the views and tables of the user's own, as far as known without a wait
   * @param memory closed by the caller
   */
  public AirbyteDatabaseMetaData(
      Connection connection,
      String url,
      String version,
      TimeZoneTypes zones,
      Supplier<List<SourceCatalog>> catalogs,
      Supplier<List<OwnTable>> own,
      MemoryRows memory) {
    this.connection = connection;
    this.url = url;
    this.version = version;
    this.zones = zones;
    this.catalogs = catalogs;
    this.own = own;
    this.memory = memory;
    this.tables = new CatalogTables(memory, zones);
    this.functions = new FilledOnce(memory, engine -> FunctionTables.fill(engine, zones));
    this.procedures = new FilledOnce(memory, engine -> ProcedureTables.fill(engine, zones));
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public String getURL() {
    return url;
  }

  @Override
  public String getUserName() {
    return "";
  }

  @Override
  public String getDatabaseProductName() {
    return NAME;
  }

  @Override
  public String getDatabaseProductVersion() {
    return version;
  }

  @Override
  public int getDatabaseMajorVersion() {
    return number(0);
  }

  @Override
  public int getDatabaseMinorVersion() {
    return number(1);
  }

  @Override
  public String getDriverName() {
    return NAME;
  }

  @Override
  public String getDriverVersion() {
    return version;
  }

  @Override
  public int getDriverMajorVersion() {
    return number(0);
  }

  @Override
  public int getDriverMinorVersion() {
    return number(1);
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return connection.isReadOnly();
  }

  @Override
  public String getSQLKeywords() throws SQLException {
    return words(Keywords.SQL);
  }

  @Override
  public String getNumericFunctions() throws SQLException {
    return words(FunctionWords.NUMERIC);
  }

  @Override
  public String getStringFunctions() throws SQLException {
    return words(FunctionWords.STRING);
  }

  @Override
  public String getSystemFunctions() throws SQLException {
    return words(FunctionWords.SYSTEM);
  }

  @Override
  public String getTimeDateFunctions() throws SQLException {
    return words(FunctionWords.TIME_DATE);
  }

  @Override
  public boolean autoCommitFailureClosesAllResultSets() {
    return false;
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return rows(Nothing.CATALOGS);
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public ResultSet getSchemas(@Nullable String catalog, @Nullable String schema)
      throws SQLException {
    return rows(new SchemasQuery(catalog, schema));
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return rows(TableType.table());
  }

  @Override
  public ResultSet getTables(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      String @Nullable [] types)
      throws SQLException {
    return rows(new TablesQuery(catalog, schema, table, types));
  }

  @Override
  public ResultSet getColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column)
      throws SQLException {
    return rows(new ColumnsQuery(catalog, schema, table, column));
  }

  @Override
  public ResultSet getPrimaryKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return rows(new PrimaryKeysQuery(catalog, schema, table));
  }

  @Override
  public ResultSet getBestRowIdentifier(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      int scope,
      boolean nullable)
      throws SQLException {
    return rows(new BestRowIdentifierQuery(catalog, schema, table));
  }

  @Override
  public ResultSet getTablePrivileges(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return rows(new TablePrivilegesQuery(catalog, schema, table));
  }

  @Override
  public ResultSet getColumnPrivileges(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column)
      throws SQLException {
    return rows(new ColumnPrivilegesQuery(catalog, schema, table, column));
  }

  @Override
  public ResultSet getProcedures(
      @Nullable String catalog, @Nullable String schema, @Nullable String procedure)
      throws SQLException {
    return rows(procedures, new ProceduresQuery(catalog, schema, procedure));
  }

  @Override
  public ResultSet getProcedureColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String procedure,
      @Nullable String column)
      throws SQLException {
    return rows(procedures, new ProcedureColumnsQuery(catalog, schema, procedure, column));
  }

  @Override
  public ResultSet getFunctions(
      @Nullable String catalog, @Nullable String schema, @Nullable String function)
      throws SQLException {
    return rows(functions, new FunctionsQuery(catalog, schema, function));
  }

  @Override
  public ResultSet getFunctionColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String function,
      @Nullable String column)
      throws SQLException {
    return rows(functions, new FunctionColumnsQuery(catalog, schema, function, column));
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    return rows(TypeInfo.table(zones));
  }

  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    return rows(ClientInfo.table());
  }

  @Override
  public ResultSet getImportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return rows(Nothing.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getExportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return rows(Nothing.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getCrossReference(
      @Nullable String parentCatalog,
      @Nullable String parentSchema,
      @Nullable String parentTable,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      @Nullable String foreignTable)
      throws SQLException {
    return rows(Nothing.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getIndexInfo(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      boolean unique,
      boolean approximate)
      throws SQLException {
    return rows(Nothing.INDEXES);
  }

  @Override
  public ResultSet getVersionColumns(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return rows(Nothing.VERSION_COLUMNS);
  }

  @Override
  public ResultSet getUDTs(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String type,
      int @Nullable [] types)
      throws SQLException {
    return rows(Nothing.USER_TYPES);
  }

  @Override
  public ResultSet getSuperTypes(
      @Nullable String catalog, @Nullable String schema, @Nullable String type)
      throws SQLException {
    return rows(Nothing.SUPER_TYPES);
  }

  @Override
  public ResultSet getSuperTables(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return rows(Nothing.SUPER_TABLES);
  }

  @Override
  public ResultSet getAttributes(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String type,
      @Nullable String attribute)
      throws SQLException {
    return rows(Nothing.ATTRIBUTES);
  }

  @Override
  public ResultSet getPseudoColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column)
      throws SQLException {
    return rows(Nothing.PSEUDO_COLUMNS);
  }

  private ResultSet rows(MemoryTable table) throws SQLException {
    return memory.query(table);
  }

  private ResultSet rows(MetadataQuery query) throws SQLException {
    try {
      tables.show(catalogs.get(), own.get());
    } catch (RuntimeException e) {
      throw SqlErrors.translate(e);
    }
    return memory.query(query.sql());
  }

  private ResultSet rows(FilledOnce tables, MetadataQuery query) throws SQLException {
    tables.show();
    return memory.query(query.sql());
  }

  private String words(FunctionWords words) throws SQLException {
    functions.show();
    return words(words.sql());
  }

  private String words(String sql) throws SQLException {
    try (AirbyteResultSet rows = memory.query(sql)) {
      String words = rows.next() ? rows.getString(1) : null;
      return words == null ? "" : words;
    }
  }

  private int number(int index) {
    return Integer.parseInt(version.split("[.-]")[index]);
  }
}
