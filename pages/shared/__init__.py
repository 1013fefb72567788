"""The only Streamlit code that more than one page uses."""
