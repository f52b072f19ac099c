"""What a notebook does with JayDeBeApi. Arguments: the driver's jar, two URLs."""
import sys

import jaydebeapi

jar, faker, awkward = sys.argv[1:]
DRIVER = "org.airbytejdbc.driver.AirbyteDriver"

with jaydebeapi.connect(DRIVER, faker, {}, jar) as connection:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM users WHERE id >= ?", [1])
        print("users", cursor.fetchone()[0])
        cursor.execute("SELECT id, name FROM users ORDER BY id")
        assert len(cursor.fetchmany(10)) == 10
        print("columns", [column[0] for column in cursor.description])
        assert len(cursor.fetchall()) == 190

with jaydebeapi.connect(DRIVER, awkward, {}, jar) as connection:
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT id, "boolean", "integer", number, text, "date", "timestamp"'
            " FROM everything WHERE id <> 1 ORDER BY id"
        )
        for row in cursor.fetchall():
            print("everything", row)
        try:
            cursor.execute("SELECT nothing FROM everything")
        except jaydebeapi.DatabaseError:
            print("error is a DatabaseError")
    connection.rollback()
