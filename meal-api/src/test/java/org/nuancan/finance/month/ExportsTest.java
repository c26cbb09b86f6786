package org.nuancan.finance.month;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.finance.grid.Cell;
import org.nuancan.finance.grid.CsvFile;
import org.nuancan.finance.grid.Grid;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;

/// One closed day as files: each says what it holds, and holds it.
class ExportsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final String DAY = "2026-11-18";
    private static final long PAYABLE = 3 * (500 + 300);

    private static Canteen canteen = new Canteen("", "", "");
    private static long order;
    private static String statement = "";

    @BeforeAll
    static void close_a_day() {
        var books = new Bookkeeper(SERVER);
        canteen = books.canteen("110105012");
        var other = books.canteen("110101001");
        books.clock("2026-11-18T12:00:00+08:00");
        books.lunch(canteen, "2026-11-18T04:00:00Z");
        order = books.lunch(canteen, "2026-11-18T04:01:00Z");
        books.lunch(canteen, "2026-11-18T04:02:00Z");
        books.lunch(other, "2026-11-18T04:03:00Z");
        books.clock("2026-11-19T03:00:00+08:00");
        var closed = city().post("/v1/settlement/days/" + DAY + "/close");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        statement =
                city().get("/v1/statements?providerId=" + canteen.providerId())
                        .text("/items/0/statementId");
    }

    private static Client city() {
        return SERVER.as(Role.CITY_ADMIN);
    }

    /// What the books owe the canteen for the day: the other side of its `CLOSE`.
    private static long owedInBooks() {
        for (var item : city().get("/v1/finance/trial-balance?asOf=" + DAY).at("/items")) {
            if (item.at("/account").asText().equals("payable:" + canteen.providerId())) {
                return -item.at("/balanceFen").asLong();
            }
        }
        throw new AssertionError("nothing is payable");
    }

    @Test
    void lines_as_csv_add_up_to_what_the_books_owe() {
        var path = "/v1/statements/" + statement + "/lines.csv";
        var lines = csv(path);

        assertThat(lines).hasSize(3);
        assertThat(sum(lines, "payableFen")).isEqualTo(owedInBooks()).isEqualTo(PAYABLE);
        var answer = city().get(path);
        assertThat(answer.header("X-Row-Count")).hasValue("3");
        assertThat(answer.header("X-Control-Sum-Fen")).hasValue(Long.toString(PAYABLE));
        assertThat(answer.header("X-As-Of").orElseThrow()).startsWith("2026-11-1");
        assertThat(answer.header("Content-Disposition").orElseThrow())
                .contains("-3-rows-" + PAYABLE + "-fen-2026111");
    }

    @ParameterizedTest
    @CsvSource({"/lines.xlsx,0,1", ".xlsx,1,2"})
    void workbooks_add_up_to_what_the_books_owe_and_say_so(String ending, int lines, int control)
            throws IOException {
        var sheets = workbook("/v1/statements/" + statement + ending);

        var rows = sheets.get(lines);
        assertThat(rows).hasSize(1 + 3);
        var payable = 16;
        assertThat(rows.getFirst().getCellText(payable)).isEqualTo("payableFen");
        assertThat(rows.stream().skip(1).mapToLong(row -> whole(row, payable)).sum())
                .isEqualTo(owedInBooks());
        assertThat(rows.get(1).getCellText(5)).isEqualTo("账房助餐点");
        assertThat(whole(sheets.get(control).get(1), 1)).isEqualTo(3);
        assertThat(whole(sheets.get(control).get(2), 1)).isEqualTo(PAYABLE);
        assertThat(sheets.get(control).get(4).getCellText(1)).startsWith("2026-11-1");
    }

    @Test
    void a_printed_statement_shows_chinese_its_pages_its_hash_and_a_code_to_its_proof()
            throws Exception {
        var bytes = city().download("/v1/statements/" + statement + ".pdf");
        var hash = city().get("/v1/statements/" + statement).text("/contentHash");

        try (var pdf = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("结算单", "账房食堂", "账房助餐点", "第 1 页 / 共")
                    .contains(pdf.getNumberOfPages() + " 页")
                    .contains("应付 24.00 元", "3 行，合计 24.00 元", hash);
            var pages = new PDFRenderer(pdf);
            var last = pages.renderImageWithDPI(pdf.getNumberOfPages() - 1, 150);
            var dots =
                    last.getRGB(0, 0, last.getWidth(), last.getHeight(), null, 0, last.getWidth());
            assertThat(read(dots, last.getWidth(), last.getHeight()))
                    .startsWith("http")
                    .endsWith("/v1/statements/" + statement + "/proof");
        }
    }

    private static String read(int[] dots, int width, int height)
            throws NotFoundException,
                    com.google.zxing.ChecksumException,
                    com.google.zxing.FormatException {
        var picture =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
        return new QRCodeReader()
                .decode(picture, Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }

    @Test
    void a_month_has_one_row_a_provider_and_payer_and_adds_up_to_the_claims() throws IOException {
        var rows = csv("/v1/finance/month?month=2026-11&format=csv");
        var claims = 0L;
        for (var item : city().get("/v1/finance/trial-balance?asOf=2026-11-30").at("/items")) {
            if (item.at("/account").asText().startsWith("claim:")) {
                claims += item.at("/balanceFen").asLong();
            }
        }

        assertThat(rows).hasSize(2 * 2);
        assertThat(sum(rows, "claimFen")).isEqualTo(claims).isEqualTo(4 * 800);
        assertThat(rows.getFirst().getField("claimYuan")).matches("\\d+\\.\\d\\d");
        assertThat(workbook("/v1/finance/month?month=2026-11").getFirst()).hasSize(1 + 4);
        var district = SERVER.as(Role.DISTRICT_FINANCE, ScopeWords.district("110101"));
        assertThat(district.get("/v1/finance/month?month=2026-11").header("X-Row-Count"))
                .hasValue("2");
        assertThat(city().get("/v1/finance/month?month=2026-13").status()).isEqualTo(400);
    }

    @Test
    void formulas_are_escaped_by_an_apostrophe() {
        var grid =
                new Grid(
                        "x",
                        List.of("a", "b"),
                        List.of(
                                List.of(Cell.text("=1+1"), Cell.count(-5)),
                                List.of(Cell.text(" @SUM(A1)"), Cell.count(1)),
                                List.of(Cell.text("-2"), Cell.count(1)),
                                List.of(Cell.text("食堂"), Cell.count(1))));

        assertThat(new String(CsvFile.bytes(grid), UTF_8).lines())
                .containsExactly("\uFEFFa,b", "'=1+1,-5", "' @SUM(A1),1", "'-2,1", "食堂,1");
    }

    @ParameterizedTest
    @CsvSource({
        "DISTRICT_OFFICER, 110101, 404",
        "STREET_OFFICER, 110105013, 404",
        "STREET_OFFICER, 110105012, 200",
        "DISTRICT_FINANCE, 110105, 200"
    })
    void files_and_proofs_are_for_those_who_see_the_statement(
            String role, String scope, int status) {
        var caller =
                SERVER.as(
                        role,
                        scope.length() == 9
                                ? ScopeWords.street(scope)
                                : ScopeWords.district(scope));
        for (var ending :
                List.of(".xlsx", ".pdf", "/lines.csv", "/lines.xlsx", "/proof?orderId=" + order)) {
            assertThat(caller.get("/v1/statements/" + statement + ending).status())
                    .as(ending)
                    .isEqualTo(status);
        }
    }

    @Test
    void an_independent_program_accepts_the_proof_and_rejects_a_forged_one() throws Exception {
        var path = "/v1/statements/" + statement + "/proof?orderId=" + order;
        var proof = city().get(path);
        var hash = city().get("/v1/statements/" + statement).text("/contentHash");

        assertThat(proof.number("/leaves")).isEqualTo(3);
        assertThat(proof.at("/lines").size()).isEqualTo(1);
        assertThat(check(proof.body(), hash)).startsWith("0 OK: 1 of 3 lines proved");
        var forged = proof.body().replace("\\\"fen\\\":1300", "\\\"fen\\\":1200");
        assertThat(forged).isNotEqualTo(proof.body());
        assertThat(check(forged, hash)).startsWith("1 ").contains("does NOT stand");
        var sums = proof.body().replace("\\\"grossFen\\\":5400", "\\\"grossFen\\\":5500");
        assertThat(sums).isNotEqualTo(proof.body());
        assertThat(check(sums, hash)).startsWith("1 ").contains("is NOT this one");
        assertThat(city().get("/v1/statements/" + statement + "/proof").at("/lines").size())
                .isZero();
        assertThat(city().get("/v1/statements/" + statement + "/proof?orderId=1").status())
                .isEqualTo(404);
    }

    private static String check(String proof, String hash) throws Exception {
        var file = Files.createTempFile("proof", ".json");
        Files.writeString(file, proof);
        var program = root().resolve("docs/examples/check_proof.py").toString();
        var process =
                new ProcessBuilder("python3", program, file.toString(), hash)
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + said;
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.resolve("..").normalize();
    }

    private static List<NamedCsvRecord> csv(String path) {
        var text = new String(city().download(path), UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    }

    private static long sum(List<NamedCsvRecord> rows, String column) {
        return rows.stream().mapToLong(row -> Long.parseLong(row.getField(column))).sum();
    }

    private static List<List<Row>> workbook(String path) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(city().download(path)))) {
            var sheets = new java.util.ArrayList<List<Row>>();
            for (var sheet : book.getSheets().toList()) {
                sheets.add(sheet.read());
            }
            return sheets;
        }
    }

    private static long whole(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow().longValueExact();
    }
}
