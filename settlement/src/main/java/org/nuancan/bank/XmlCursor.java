package org.nuancan.bank;

import java.io.Reader;
import java.util.ArrayList;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.nuancan.bank.advice.FileFault;
import org.nuancan.bank.advice.FileReading.Unreadable;

/// Reads an XML file from start to end, one element after another. Document types and entities are
/// refused; depth, size of a record and length of a text are limited.
final class XmlCursor {

    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 4000;
    private static final int LARGEST_RECORD = 5000;

    /// Reads a child completely or in part; the cursor skips the rest.
    interface Child {
        void read(String name) throws FileFault;
    }

    private final XMLStreamReader xml;
    private int depth;
    private int size;

    private XmlCursor(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// @throws FileFault if the file does not begin as XML
    static XmlCursor on(Reader file) throws FileFault {
        // The JDK's own factory, since its limits do not depend on the class path.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        try {
            return new XmlCursor(factory.createXMLStreamReader(file));
        } catch (XMLStreamException malformed) {
            throw fault(malformed);
        }
    }

    private static FileFault fault(XMLStreamException malformed) {
        var at = malformed.getLocation();
        return new FileFault(
                new Unreadable(
                        "XML that is not well-formed",
                        at == null ? 0 : at.getLineNumber(),
                        at == null ? 0 : at.getColumnNumber()));
    }

    /// @param why in this project's words, without text of the file
    FileFault refused(String why) {
        var at = xml.getLocation();
        return new FileFault(new Unreadable(why, at.getLineNumber(), at.getColumnNumber()));
    }

    int line() {
        return xml.getLocation().getLineNumber();
    }

    String namespace() {
        var uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /// Reads each child of the current element, or the document's root.
    void children(Child child) throws FileFault {
        var own = depth;
        while (true) {
            var event = next();
            if (event == XMLStreamConstants.END_DOCUMENT || depth < own) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(xml.getLocalName());
                while (depth > own) {
                    var _ = next();
                }
            }
        }
    }

    /// The current element with its content.
    Element element() throws FileFault {
        size = 0;
        return tree();
    }

    private Element tree() throws FileFault {
        if (++size > LARGEST_RECORD) {
            throw refused("a record of more than %d elements".formatted(LARGEST_RECORD));
        }
        var name = xml.getLocalName();
        var line = line();
        var currency = xml.getAttributeValue(null, "Ccy");
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        var own = depth;
        while (depth >= own) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(tree());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    var room = Math.max(0, LONGEST_TEXT - text.length());
                    var more = xml.getText();
                    text.append(more, 0, Math.min(room, more.length()));
                }
                default -> {
                    // Comments, processing instructions and the end have no content.
                }
            }
        }
        return new Element(
                name, text.toString().strip(), currency == null ? "" : currency, line, children);
    }

    private int next() throws FileFault {
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            var event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refused("a document type or entity, which is not read");
                default -> {
                    // Text and comments do not change the depth.
                }
            }
            if (depth > DEEPEST) {
                throw refused("elements nested deeper than " + DEEPEST);
            }
            return event;
        } catch (XMLStreamException malformed) {
            throw fault(malformed);
        }
    }
}
