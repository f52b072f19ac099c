package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.airbytejdbc.driver.AirbyteDriver;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The files that people import into a client name what the jar has. */
class ImportedFilesIT {
  @Test
  void dbeaversDescriptionNamesTheDriverAndAUrlOfIts() throws Exception {
    Element driver = element("dbeaver/drivers.xml", "driver");
    assertThat(Class.forName(driver.getAttribute("class"))).isAssignableTo(Driver.class);
    String url =
        driver.getAttribute("url").replace("{database}", driver.getAttribute("defaultDatabase"));
    assertThat(DriverManager.getDriver(url)).isInstanceOf(AirbyteDriver.class);
    assertThat(element("dbeaver/drivers.xml", "library").getAttribute("path"))
        .endsWith("/" + Program.JAR.getFileName());
  }

  @Test
  void tableausCustomizationIsForTheUrlsOfTheDriver() throws Exception {
    String name = element("tableau/airbyte.tdc", "driver").getAttribute("name");
    assertThat(DriverManager.getDriver("jdbc:" + name + ":source-faker"))
        .isInstanceOf(AirbyteDriver.class);
  }

  private static Element element(String file, String tag) throws Exception {
    return (Element)
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of(file).toFile())
            .getElementsByTagName(tag)
            .item(0);
  }
}
