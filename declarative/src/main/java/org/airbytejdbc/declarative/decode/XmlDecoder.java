package org.airbytejdbc.declarative.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.airbytejdbc.declarative.http.Response;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * XML as one object, as Python's xmltodict makes it. What is no XML is an empty object, as in the
 * CDK. Documents reach nothing outside of themselves, and declare no entities.
 */
final class XmlDecoder implements Decoder {
  private static final String SAX = "http://xml.org/sax/";

  @Override
  public Iterator<@Nullable Object> decode(Response response) {
    return List.<@Nullable Object>of(read(response)).iterator();
  }

  private static Map<String, @Nullable Object> read(Response response) {
    var source = new InputSource(new ByteArrayInputStream(response.body()));
    response.charset().ifPresent(charset -> source.setEncoding(charset.name()));
    var objects = new XmlObjects();
    try {
      XMLReader reader = reader();
      reader.setContentHandler(objects);
      reader.setErrorHandler(objects);
      reader.setProperty(SAX + "properties/declaration-handler", objects);
      reader.parse(source);
      return objects.document();
    } catch (SAXException e) {
      return Map.of();
    } catch (IOException e) {
      throw UnreadableBody.of("XML", e);
    }
  }

  private static XMLReader reader() throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(SAX + "features/external-general-entities", false);
      factory.setFeature(SAX + "features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser has no such features", e);
    }
  }
}
