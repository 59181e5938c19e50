# One image for web, worker, scheduler and migrate; the command tells them apart (docker-compose.yml).
# What the image holds is named by uv.lock and package-lock.json.

FROM node:24-slim AS node_packages
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM python:3.11-slim AS build
WORKDIR /source
ENV UV_PROJECT_ENVIRONMENT=/opt/tilsvar UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1
RUN pip install --no-cache-dir uv==0.13.9
# The dependencies change less often than the code, so they are a layer of their own.
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-default-groups --no-install-project
COPY . .
COPY --from=node_packages /source/node_modules node_modules
RUN python tools/vendor_assets.py && uv sync --frozen --no-default-groups --no-editable

FROM python:3.11-slim
# What PDF is made with: Pango sets the text, in these fonts.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 fonts-liberation && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/tilsvar /opt/tilsvar
ENV PATH=/opt/tilsvar/bin:$PATH PYTHONUNBUFFERED=1
# The state of the system is in Postgres, attached files too; /data, the working directory, is where a process may write.
RUN useradd --system --uid 10001 --home-dir /data --create-home tilsvar && install -d -o tilsvar -g tilsvar /data/files
USER tilsvar
WORKDIR /data
EXPOSE 8000
CMD ["tilsvar", "web"]
