package org.airbytejdbc.calcite.federation;

import org.apache.calcite.config.NullCollation;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.SqlAlienSystemTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** DuckDB's SQL where Calcite's own dialect writes what DuckDB refuses or reads otherwise. */
public final class EngineDialect extends DuckDBSqlDialect {
  /** Types as DuckDB has them: wide decimals, and strings that are never padded. */
  static final RelDataTypeSystem TYPES =
      new RelDataTypeSystemImpl() {
        @Override
        public int getMaxPrecision(SqlTypeName type) {
          return switch (type) {
            case DECIMAL -> 38;
            case TIME, TIMESTAMP, TIME_TZ, TIMESTAMP_TZ -> 6;
            default -> super.getMaxPrecision(type);
          };
        }

        @Override
        public int getMaxScale(SqlTypeName type) {
          return type == SqlTypeName.DECIMAL ? 38 : super.getMaxScale(type);
        }

        @Override
        public int getDefaultPrecision(SqlTypeName type) {
          return switch (type) {
            case TIME, TIMESTAMP, TIME_TZ, TIMESTAMP_TZ -> 6;
            default -> super.getDefaultPrecision(type);
          };
        }

        @Override
        public boolean shouldConvertRaggedUnionTypesToVarying() {
          return true;
        }
      };

  public static final EngineDialect INSTANCE = new EngineDialect();

  private EngineDialect() {
    super(DEFAULT_CONTEXT.withDataTypeSystem(TYPES).withNullCollation(NullCollation.LAST));
  }

  @Override
  public boolean supportsCharSet() {
    return false;
  }

  /** As it is: the engine reads UTF-8, and knows no prefix and no escape. */
  @Override
  public void quoteStringLiteral(StringBuilder sql, @Nullable String charset, String value) {
    sql.append('\'').append(value.replace("'", "''")).append('\'');
  }

  @Override
  public @Nullable SqlNode getCastSpec(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case CHAR, VARCHAR -> named("VARCHAR", type);
      case BINARY, VARBINARY -> named("BLOB", type);
      case TIME -> named("TIME", type);
      case TIME_TZ -> named("TIMETZ", type);
      case TIMESTAMP -> named("TIMESTAMP", type);
      case TIMESTAMP_TZ, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> named("TIMESTAMPTZ", type);
      default -> super.getCastSpec(type);
    };
  }

  private static SqlNode named(String name, RelDataType type) {
    return new SqlDataTypeSpec(
        new SqlAlienSystemTypeNameSpec(name, type.getSqlTypeName(), SqlParserPos.ZERO),
        SqlParserPos.ZERO);
  }
}
