"""What headings say in Indonesian, Malay, Vietnamese and Romanian: rows that `topics` adds to its own."""

from __future__ import annotations

from collections.abc import Mapping

STRONG = (
    "|publikasi|publikasi ilmiah|karya ilmiah|karya tulis ilmiah|daftar publikasi|artikel ilmiah|artikel jurnal"
    "|jurnal internasional|jurnal nasional|publikasi jurnal|buku dan bab buku|bab buku|penerbitan|penerbitan ilmiah"
    "|senarai penerbitan|artikel dalam jurnal|bab dalam buku|prosiding seminar|prosiding konferensi|cong bo khoa hoc"
    "|cong trinh khoa hoc|cong trinh cong bo"
    "|bai bao khoa hoc|danh muc cong trinh|bai bao|carti|capitole|articole stiintifice|lucrari stiintifice"
    "|lista de lucrari|publicatii stiintifice|studii si articole|capitole in volume|articole in reviste"
)
WEAK = "|prosiding|buku|jurnal|artikel|kertas kerja|makalah|sach|ky yeu|luan an|volume colective|teza de doctorat"
# By what `Topic` calls the topic.
REST: Mapping[str, str] = {
    "supervision": "|pembimbingan|bimbingan skripsi|bimbingan tesis|penyeliaan|huong dan luan an|conducere doctorate",
    "patents": "|paten|hki|hak kekayaan intelektual|kekayaan intelektual|bang sang che|brevete",
    "service": "|pengabdian|pengabdian masyarakat|pengabdian kepada masyarakat|penunjang|khidmat masyarakat"
    "|activitate editoriala",
    "awards": "|penghargaan|anugerah|beasiswa|giai thuong|khen thuong|premii|premii si distinctii",
    "grants": "|hibah|hibah penelitian|geran|geran penyelidikan|de tai nghien cuu|granturi|granturi de cercetare",
    "talks": "|pemakalah|narasumber|pembicara|pemateri|presentasi|ceramah|pembentangan|bao cao hoi nghi"
    "|bao cao khoa hoc|comunicari|comunicari stiintifice|conferinte invitate",
    "teaching": "|pengajaran|mata kuliah|pengajaran dan pembelajaran|giang day|activitate didactica|cursuri",
    "education": "|pendidikan|riwayat pendidikan|qua trinh dao tao|studii universitare|educatie",
    "experience": "|pekerjaan|pengalaman kerja|riwayat pekerjaan|jabatan|qua trinh cong tac|experienta profesionala",
}
