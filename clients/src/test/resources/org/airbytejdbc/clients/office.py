"""What LibreOffice Base does with a database. Arguments: a folder, the driver's jar, a URL.

Run by the Python that has LibreOffice's uno module.
"""
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sdb.CommandType import COMMAND, TABLE

folder, jar, url = sys.argv[1:]
PIPE = "airbyte" + pathlib.Path(folder).name


def value(name, content):
    property_value = PropertyValue()
    property_value.Name = name
    property_value.Value = content
    return property_value


def context_of(office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit(f"soffice ended: {office.returncode}")


def rows(create, connection, kind, command):
    """Opens a table or a query as its window does: a row set that could be scrolled and updated."""
    row_set = create("com.sun.star.sdb.RowSet")
    row_set.ActiveConnection = connection
    row_set.CommandType = kind
    row_set.Command = command
    row_set.execute()
    row_set.last()
    count = row_set.getRow()
    row_set.first()
    first = row_set.getString(row_set.findColumn("id"))
    row_set.dispose()
    return f"{count} rows from {first}"


def use(context):
    def create(name):
        return context.ServiceManager.createInstanceWithContext(name, context)

    source = create("com.sun.star.sdb.DatabaseContext").createInstance()
    source.URL = url
    source.Info = (
        value("JavaDriverClass", "org.airbytejdbc.driver.AirbyteDriver"),
        value("JavaDriverClassPath", pathlib.Path(jar).as_uri()),
    )
    source.DatabaseDocument.storeAsURL(
        pathlib.Path(folder, "awkward.odb").as_uri(), ()
    )
    connection = source.getConnection("", "")
    tables = connection.Tables
    names = [name for name in tables.ElementNames if name.startswith("awkward.")]
    print("tables", len(names))
    table = tables.getByName("awkward.everything")
    print("columns", ", ".join(table.Columns.ElementNames[:5]))
    print("table", rows(create, connection, TABLE, "awkward.everything"))
    print("table", rows(create, connection, TABLE, "awkward.select"))
    print("query", rows(create, connection, COMMAND, 'SELECT * FROM "hostile" ORDER BY "id"'))
    connection.close()


office = subprocess.Popen(
    [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation={pathlib.Path(folder, 'profile').as_uri()}",
        f"--accept=pipe,name={PIPE};urp;",
    ],
    stdout=sys.stderr,
)
try:
    context = context_of(office)
    try:
        use(context)
    finally:
        context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        ).terminate()
    office.wait(60)
finally:
    office.kill()
