package org.airbytejdbc.declarative.decode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Builds objects of elements: attributes are {@code @name}, text is {@code #text} or, without
 * attributes and children, the element's own value; an element that comes again makes a list.
 */
final class XmlObjects extends DefaultHandler2 {
  private static final int DEPTH = 500;

  private final Deque<Element> open = new ArrayDeque<>();

  XmlObjects() {
    open.push(new Element());
  }

  Map<String, @Nullable Object> document() {
    return open.getFirst().members;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (open.size() > DEPTH) {
      throw new SAXException("elements are nested too deep");
    }
    Element element = new Element();
    for (int i = 0; i < attributes.getLength(); i++) {
      element.members.put("@" + attributes.getQName(i), attributes.getValue(i));
    }
    open.push(element);
  }

  @Override
  public void characters(char[] text, int from, int length) {
    open.getFirst().text.append(text, from, length);
  }

  @Override
  public void endElement(String uri, String local, String name) {
    Element element = open.pop();
    open.getFirst().add(name, element.value());
  }

  /** As xmltodict refuses them: they make little text into much. */
  @Override
  public void internalEntityDecl(String name, String value) throws SAXException {
    throw new SAXException("entities are not allowed");
  }

  @Override
  public void externalEntityDecl(String name, String publicId, String systemId)
      throws SAXException {
    throw new SAXException("entities are not allowed");
  }

  @Override
  public void fatalError(SAXParseException failure) throws SAXException {
    throw failure;
  }

  private static final class Element {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final Map<String, List<@Nullable Object>> lists = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    void add(String name, @Nullable Object value) {
      if (!members.containsKey(name)) {
        members.put(name, value);
        return;
      }
      if (!lists.containsKey(name)) {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(members.put(name, list));
        lists.put(name, list);
      }
      lists.get(name).add(value);
    }

    @Nullable Object value() {
      String stripped = text.toString().strip();
      if (members.isEmpty()) {
        return stripped.isEmpty() ? null : stripped;
      }
      if (!stripped.isEmpty()) {
        add("#text", stripped);
      }
      return members;
    }
  }
}
