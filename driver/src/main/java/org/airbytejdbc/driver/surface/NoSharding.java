package org.airbytejdbc.driver.surface;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.ShardingKey;
import org.airbytejdbc.driver.error.SqlErrors;

/** A cache is in one place. */
public interface NoSharding extends Connection {
  @Override
  default boolean setShardingKeyIfValid(ShardingKey key, ShardingKey superKey, int timeout)
      throws SQLException {
    throw SqlErrors.notSupported("A sharding key");
  }

  @Override
  default boolean setShardingKeyIfValid(ShardingKey key, int timeout) throws SQLException {
    throw SqlErrors.notSupported("A sharding key");
  }

  @Override
  default void setShardingKey(ShardingKey key, ShardingKey superKey) throws SQLException {
    throw SqlErrors.notSupported("A sharding key");
  }

  @Override
  default void setShardingKey(ShardingKey key) throws SQLException {
    throw SqlErrors.notSupported("A sharding key");
  }
}
