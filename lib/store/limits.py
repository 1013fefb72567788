"""How much may come in: stated before an upload, and enforced here, whatever a browser lets through."""

FILE_BYTES = 20_000_000  # a page of 1,000 papers with abstracts has about 1.5 million
FILES_PER_UPLOAD = 500
UPLOAD_MB = 50  # that the server takes at once, whatever a page asks for: maxUploadSize in .streamlit/config.toml
LIBRARY_BYTES = 500_000_000  # over 250,000 papers

STATED = (
    f"Up to {FILE_BYTES // 1_000_000} MB a file, {FILES_PER_UPLOAD} files an upload and "
    f"{LIBRARY_BYTES // 1_000_000} MB a library."
)
