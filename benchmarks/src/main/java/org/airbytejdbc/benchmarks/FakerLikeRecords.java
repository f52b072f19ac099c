package org.airbytejdbc.benchmarks;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Records with the 17 fields and the length of source-faker's users, always the same. */
final class FakerLikeRecords {
  static final String PROPERTIES =
      """
      {"id":{"type":"integer"},"created_at":{"type":"string","format":"date-time"},
      "updated_at":{"type":"string","format":"date-time"},"name":{"type":"string"},
      "title":{"type":"string"},"age":{"type":"integer"},"email":{"type":"string"},
      "telephone":{"type":"string"},"gender":{"type":"string"},"language":{"type":"string"},
      "academic_degree":{"type":"string"},"nationality":{"type":"string"},
      "occupation":{"type":"string"},"height":{"type":"string"},"blood_type":{"type":"string"},
      "weight":{"type":"integer"},"address":{"type":"object"}}
      """
          .replace("\n", "");

  private static final String[] WORDS =
      "harbour lantern meadow copper willow saddle marble thunder velvet orchid".split(" ");

  private FakerLikeRecords() {}

  /** The protocol lines of so many records, in a file that is made once. */
  static Path file(WorkFolder work, int count) throws Exception {
    return work.once("faker-like-" + count + ".jsonl", () -> write(work.path("part"), count));
  }

  private static Path write(Path file, int count) throws Exception {
    Random random = new Random(1);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < count; i++) {
        String word = WORDS[random.nextInt(WORDS.length)];
        int number = random.nextInt(90) + 10;
        out.write(
            "{\"type\":\"RECORD\",\"record\":{\"stream\":\"users\",\"data\":{\"id\":"
                + i
                + ",\"created_at\":\"20"
                + number % 25 / 10
                + number % 10
                + "-03-"
                + (number % 18 + 10)
                + "T05:12:"
                + (number % 50 + 10)
                + "+00:00\",\"updated_at\":\"2026-11-20T10:05:42."
                + (100000 + i % 899999)
                + "+00:00\",\"name\":\""
                + word
                + " "
                + i
                + "\",\"title\":\"Mx.\",\"age\":"
                + number
                + ",\"email\":\""
                + word
                + "+"
                + i
                + "@example.org\",\"telephone\":\"1-555-"
                + i
                + "\",\"gender\":\"Other\",\"language\":\""
                + word
                + "\",\"academic_degree\":\"Bachelor\",\"nationality\":\"Norwegian\","
                + "\"occupation\":\""
                + word
                + " keeper\",\"height\":\"1."
                + number
                + "\",\"blood_type\":\"B+\",\"weight\":"
                + number
                + ",\"address\":{\"street_number\":\""
                + number
                + "\",\"street_name\":\""
                + word
                + " Lane\",\"city\":\"Oslo\",\"province\":\"Ohio\",\"postal_code\":\"75"
                + number
                + "\",\"country_code\":\"NO\"}},\"emitted_at\":1795359625238}}\n");
      }
    }
    return file;
  }
}
