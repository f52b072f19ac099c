package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Spark's JDBC data source, which reads partitions on connections of their own, side by side. */
@ExtendWith(Sources.class)
class SparkIT {
  @TempDir private Path folder;

  @Test
  void framesAreReadFilteredAndPartitionedWithOneReadOfTheStream(Awkward awkward) {
    ScriptedConnector cold =
        new ScriptedConnector(folder, "source-shop")
            .stream("orders", "{\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}")
                .read(
                    """
                {"records": {"stream": "orders", "count": 3000,
                  "template": {"id": "$i", "name": "order $i"}}}
                """);
    String shop =
        "jdbc:airbyte:source-shop?executable=%s&%s"
            .formatted(Source.encoded(cold.write().toString()), Source.cache(folder, "shop"));
    assertThat(
            PythonEnvironment.with(folder, "spark", "pyspark==4.3.0")
                .run(folder, "spark_job.py", Program.JAR.toString(), shop, awkward.url())
                .lines())
        .containsExactly(
            "schema id bigint, name string",
            "partitions 3: 3000 rows",
            "filtered: order 2990 to order 2999",
            "query: 3000",
            "everything id bigint, boolean boolean, integer bigint, number double,"
                + " decimal decimal(38,2), text string, date date, time timestamp,"
                + " timetz timestamp, timestamp timestamp, timestamptz timestamp, binary binary,"
                + " object string, array string, either string, _airbyte_extracted_at timestamp",
            "row True 42 1.5 12.34 plain 2024-02-29 2024-03-10 02:30:00.123456",
            "moment 1709210096123456 1970-01-01 12:34:56 1970-01-01 12:34:56.789000",
            "later [0]",
            "hostile 3");
    assertThat(cold.calls("read")).hasSize(1);
  }
}
