package io.duibiao.chart;

/** What a picture says of itself as XMP (ISO 16684-1), the way PDF and SVG carry it. */
final class Xmp {

    static final String RDF = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:duibiao="https://duibiao.io/ns/1.0/">
              <rdf:Description rdf:about="" xmp:CreatorTool="%s" xmp:CreateDate="%s" duibiao:query="%s" duibiao:asOf="%s"
                  duibiao:data="%s" duibiao:version="%s">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
              </rdf:Description>
            </rdf:RDF>
            """;

    private Xmp() {
    }

    static String rdf(Stamp stamp) {
        String asOf = stamp.asOf().toString();
        return RDF.formatted(Stamp.PROGRAM + " " + escaped(stamp.version()), asOf, escaped(stamp.query()), asOf,
                escaped(stamp.data()), escaped(stamp.version()), escaped(stamp.title()));
    }

    /** As it stands by itself, in a PDF. */
    static String packet(Stamp stamp) {
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                + rdf(stamp) + "</x:xmpmeta>\n<?xpacket end=\"r\"?>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
