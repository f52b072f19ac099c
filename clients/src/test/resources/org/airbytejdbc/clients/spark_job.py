"""What a Spark job does. Arguments: the driver's jar, two URLs."""
import sys

from pyspark.sql import SparkSession

jar, shop, awkward = sys.argv[1:]
spark = (
    SparkSession.builder.master("local[3]")
    .config("spark.driver.extraClassPath", jar)
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)


def jdbc(url, **options):
    return spark.read.format("jdbc").options(
        url=url, driver="org.airbytejdbc.driver.AirbyteDriver", **options
    )


def schema(frame):
    return ", ".join(f"{field.name} {field.dataType.simpleString()}" for field in frame.schema)


orders = jdbc(
    shop,
    dbtable="(SELECT id, name FROM shop.orders) AS orders",
    partitionColumn="id",
    lowerBound=0,
    upperBound=3000,
    numPartitions=3,
    fetchsize=100,
).load()
print("schema", schema(orders))
print(f"partitions {orders.rdd.getNumPartitions()}: {len(orders.collect())} rows")
last = orders.filter("id >= 2990 AND name LIKE 'order 29%' AND name IS NOT NULL").sort("id")
names = [row.name for row in last.collect()]
print(f"filtered: {names[0]} to {names[-1]}")
print("query:", jdbc(shop, query="SELECT count(*) AS n FROM orders").load().collect()[0].n)

# Spark knows no types with a time zone.
everything = jdbc(awkward + "&timeZoneTypes=plain", dbtable="everything").load()
print("everything", schema(everything.drop("_airbyte_raw_id", "_airbyte_meta")))
row = everything.filter("id = 0").collect()[0]
print("row", row.boolean, row.integer, row.number, row.decimal, row.text, row.date, row.timestamp)
moment = everything.selectExpr("unix_micros(timestamptz)", "timetz", "time").collect()[0]
print("moment", *moment)
later = everything.filter("timestamptz > timestamp'2000-01-01' AND _airbyte_extracted_at < now()")
print("later", [row.id for row in later.collect()])
print("hostile", jdbc(awkward, query='SELECT id, "order" FROM hostile').load().count())
spark.stop()
