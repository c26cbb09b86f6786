package org.nuancan.console.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiFile;
import org.nuancan.console.api.ApiPath;

/// Imports of elders, at meal-api.
@Singleton
final class ImportClient {

    private static final String JOBS = "/v1/elder-imports";
    private static final String MARK = "\uFEFF";

    /// Rows that are shown; the file has them all.
    private static final int MOST_LINES = 500;

    private final ApiClient api;

    ImportClient(ApiClient api) {
        this.api = api;
    }

    /// @param encoding empty if it is to be found out
    Answer<ElderImport> send(ApiCaller asking, ApiFile file, String encoding, String key) {
        var path = ApiPath.of(JOBS).with("encoding", encoding);
        return api.upload(asking, path, file, key, ElderImport.class);
    }

    Answer<ElderImport> job(ApiCaller asking, String id) {
        return api.get(asking, ApiPath.of(JOBS + "/{}", id), ElderImport.class);
    }

    Answer<ApiFile> faults(ApiCaller asking, String id) {
        return api.file(asking, ApiPath.of(JOBS + "/{}/faults.csv", id));
    }

    /// The rows that were refused, in the order of the file: all for a file, else the first ones.
    Answer<List<ImportedLine>> lines(ApiCaller asking, String id) {
        var most = asking.whole() ? Integer.MAX_VALUE : MOST_LINES;
        return faults(asking, id).map(file -> lines(file, most));
    }

    private static List<ImportedLine> lines(ApiFile file, int most) {
        var text = new String(file.bytes(), StandardCharsets.UTF_8);
        var csv = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .limit(most)
                .map(ImportClient::line)
                .toList();
    }

    private static ImportedLine line(NamedCsvRecord fault) {
        return new ImportedLine(
                fault.getField("line"),
                fault.getField("field"),
                fault.getField("explanation"),
                fault.getField("maskedIdNumber"));
    }
}
